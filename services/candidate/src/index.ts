export { type CandidateServiceOptions, candidateTypeDefs, createCandidateService } from './service.ts';
