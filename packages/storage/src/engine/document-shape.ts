/** What every document of a collection looks like, in MongoDB's `$jsonSchema`; only what all supported versions of the code write. */
export interface DocumentShape {
  readonly required: readonly string[];
  readonly properties: Readonly<Record<string, unknown>>;
}

const text = { bsonType: 'string' };
const number = { bsonType: 'number' };
const counter = { bsonType: 'number', minimum: 0 };

/** The outbox of an aggregate is part of its document, and so of its shape. */
export const AGGREGATE_SHAPE: DocumentShape = {
  required: ['_id', 'tenantId', 'storageVersion', 'version', 'lastSequence', 'state', 'history', 'outbox'],
  properties: {
    _id: text,
    tenantId: text,
    storageVersion: number,
    version: number,
    lastSequence: counter,
    state: { bsonType: 'object' },
    history: {
      bsonType: 'array',
      items: { bsonType: 'object', required: ['sequence'], properties: { sequence: counter } },
    },
    outbox: {
      bsonType: 'array',
      items: { bsonType: 'object', required: ['sequence', 'at'], properties: { sequence: counter, at: text } },
    },
  },
};

export const PROJECTION_SHAPE: DocumentShape = {
  required: ['_id', 'tenantId', 'sequence', 'state'],
  properties: { _id: text, tenantId: text, sequence: number, state: { bsonType: 'object' } },
};
