export { createJobService, type JobServiceOptions, jobTypeDefs } from './service.ts';
