export {
  createEvaluationService,
  type EvaluationService,
  type EvaluationServiceOptions,
  evaluationTypeDefs,
} from './service.ts';
