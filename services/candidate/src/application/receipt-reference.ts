import { hash } from 'node:crypto';
import type { CursorCodec } from '@hiregraph/kernel';

/** Letters and digits that nobody mistakes for others when reading them out (Crockford's base 32). */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CHARACTERS = 12;

/** Makes the reference on a receipt; see createReceiptReference. */
export type ReceiptReference = (tenantId: string, jobId: string, emailKey: string) => string;

/**
 * A reference that follows from tenant, job and email address alone, so that it says nothing about who is known and is
 * the same for every application of one person for one job. Keyed, so that nobody can try addresses against it: the
 * platform's cursor codec is a keyed hash over what it is bound to (HMAC-SHA-256), which saves a second secret.
 */
export function createReceiptReference(cursors: Pick<CursorCodec, 'encode'>): ReceiptReference {
  return (tenantId, jobId, emailKey) => {
    const keyed = cursors.encode(
      { tenantId, field: 'SubmissionReceipt.reference', filter: { jobId, emailKey }, sort: null },
      [],
    );
    const digest = hash('sha256', keyed, 'buffer');
    const text = Array.from(digest.subarray(0, CHARACTERS), (byte) => ALPHABET.charAt(byte & 31)).join('');
    return `${text.slice(0, 4)}-${text.slice(4, 8)}-${text.slice(8)}`;
  };
}
