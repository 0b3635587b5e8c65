import { UnsupportedValueError } from './engine-errors.ts';

/** A value as it stands in an index: dates as milliseconds, what is missing as null. */
export type KeyValue = null | number | string | boolean;
export type Key = readonly KeyValue[];

const NEEDS_FIXUP = /[\ud800-\uffff]/;

/**
 * JavaScript compares strings by UTF-16 unit, MongoDB by UTF-8 byte, which is code point order. They differ only where
 * surrogates meet U+E000 to U+FFFF; moving both ranges makes unit order equal code point order
 * (https://icu-project.org/docs/papers/utf16_code_point_order.html).
 */
function inCodePointOrder(text: string): string {
  if (!NEEDS_FIXUP.test(text)) return text;
  const units = Array.from({ length: text.length }, (_, index) => {
    const unit = text.charCodeAt(index);
    if (unit >= 0xe000) return unit - 0x800;
    return unit >= 0xd800 ? unit + 0x2000 : unit;
  });
  return units.map((unit) => String.fromCharCode(unit)).join('');
}

/**
 * @param path for the message only
 * @throws UnsupportedValueError for objects: an index over them would compare field by field, which nobody needs
 */
export function toKeyValue(value: unknown, path: string): KeyValue {
  switch (typeof value) {
    case 'string':
      return inCodePointOrder(value);
    case 'number':
    case 'boolean':
      return value;
    case 'undefined':
      return null;
    default:
      if (value === null) return null;
      if (value instanceof Date) return value.getTime();
      throw new UnsupportedValueError(
        `The indexed field ${path} holds ${Array.isArray(value) ? 'a list within a list' : `a value of type ${typeof value}`}; an index ` +
          'takes text, numbers, booleans, dates, null and lists of these.',
      );
  }
}

const RANK = { number: 1, string: 2, boolean: 3 } as const;

function rankOf(value: KeyValue): number {
  return value === null ? 0 : RANK[typeof value as keyof typeof RANK];
}

/** BSON comparison order (https://www.mongodb.com/docs/manual/reference/bson-type-comparison-order/) of what keys hold. */
export function compareValues(a: KeyValue, b: KeyValue): number {
  if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : a === b ? 0 : 1;
  if (a === b) return 0;
  if (a !== null && b !== null && typeof a === typeof b) return a < b ? -1 : 1;
  return rankOf(a) - rankOf(b);
}
