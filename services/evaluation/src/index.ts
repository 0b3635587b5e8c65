/** For whoever copies what is stored: these ids follow from others. */
export { scorecardIdOf } from './application/scorecard-id.ts';
export {
  createEvaluationService,
  type EvaluationService,
  type EvaluationServiceOptions,
  evaluationTypeDefs,
} from './service.ts';
