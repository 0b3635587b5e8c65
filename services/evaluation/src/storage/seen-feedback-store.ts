import { type AggregateDefinition, declareQuery } from '@hiregraph/storage';

/** Who was shown others' scorecards: one document per application and user; its id names both. */
export const sightDefinition: AggregateDefinition = {
  name: 'sight',
  collection: 'sights',
  topic: null,
  service: 'evaluation',
  indexes: [],
};

/** Who went round the blind rule: one document each time; nothing exposes them. */
export const lookDefinition: AggregateDefinition = {
  name: 'look',
  collection: 'looks',
  topic: null,
  service: 'evaluation',
  indexes: [{ name: 'byApplication', keys: [['state.applicationId', 1]] }],
};

/** The looks at one application in the order of time: for an auditor at the store. */
export const looksOfApplication = declareQuery<string>({
  name: 'looksOfApplication',
  index: 'byApplication',
  filter: (applicationId) => ({ 'state.applicationId': applicationId }),
  sort: [['_id', 1]],
  cap: 1_000,
});
