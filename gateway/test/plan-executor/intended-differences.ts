/**
 * Where the compiled executor answers other than the stock one, on purpose. `intended-differences.int.test.ts` shows
 * each of them on both; the differential suites allow no other.
 */
export const INTENDED_DIFFERENCES = {
  'error-path-behind-skipped-objects':
    'In a list of several types a fetch passes over the objects that are not of its type. The stock executor counts ' +
    'them all the same, so that an error behind one lands on another object. Ours lands on its own.',
  'entity-asked-once':
    'An entity that stands at several places of an answer is sent to a subgraph once, and its answer and errors go ' +
    'to every place. The caller sees no difference; the subgraph does less.',
  'renamed-values-that-are-false':
    'Where the planner fetches a field under an alias of its own, the stock executor renames it back only if its ' +
    'value is truthy: a 0, false or empty text is lost. Ours keeps it.',
  'malformed-entity-costs-itself':
    'An entity that is no object, or an object where a leaf belongs, makes the stock executor stop merging the ' +
    'answer there: what comes behind it is lost. Ours loses that one.',
  'lists-of-lists-are-merged':
    'Where two subgraphs bring parts of the objects in a list of lists, the stock executor puts the second in the ' +
    'place of the first. Ours merges them, as both do in a plain list.',
  'lists-of-lists-are-required':
    'Objects in a list of lists that a field requires become null in what the stock executor sends. Ours sends them.',
  'narrowed-again':
    'Under a field of an object type, a fragment on that type inside one on an interface of it is passed over by the ' +
    'stock executor where the plan did not fetch the type name. Ours answers what was asked.',
  'nobody-asked':
    'A name that a subgraph sends without being asked for it never gets into an answer. In the stock executor it ' +
    'does, where the caller asked another subgraph for a field of that name and got none.',
  'answers-in-time':
    "When the gateway's deadline runs out ours answers what there is, null for the rest and DEADLINE_EXCEEDED. The " +
    'stock executor waits for the last fetch.',
} as const;
