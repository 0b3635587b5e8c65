export * from './mutation-payload.ts';
export * from './request.ts';
export * from './service.ts';
export * from './subgraph.ts';
