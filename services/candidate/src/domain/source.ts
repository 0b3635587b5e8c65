import { assertNoContactData, DomainError } from '@hiregraph/kernel';
import { boundedText, requiredText } from './bounded-text.ts';
import { LIMITS } from './limits.ts';

/** By what way a person or an application came. */
export interface Source {
  readonly channel: string;
  /** Stays here; only the channel travels on topics. */
  readonly detail: string | null;
}

export interface SourceInput {
  readonly channel: string;
  readonly detail?: string | null | undefined;
}

const CHANNEL = /^[\p{L}\p{N}][\p{L}\p{N} _.-]*$/u;

/**
 * A source as it may be kept. The channel is in lower case, so that one way has one name in every count.
 * @throws DomainError INVALID_INPUT, PERSONAL_DATA for a channel with contact data
 */
export function checkedSource(source: SourceInput, path: readonly string[]): Source {
  const channelPath = [...path, 'channel'];
  const channel = requiredText(source.channel, LIMITS.channel, channelPath).toLowerCase();
  assertNoContactData(channel, channelPath);
  if (!CHANNEL.test(channel)) {
    throw new DomainError(
      'INVALID_INPUT',
      'A channel is a short name of letters, digits, spaces and - _ . such as "careers-site". Put more into detail.',
      { path: channelPath },
    );
  }
  return { channel, detail: boundedText(source.detail, LIMITS.sourceDetail, [...path, 'detail']) };
}

/** The name of a channel as it is compared and kept. */
export function channelKeyOf(channel: string): string {
  return channel.trim().toLowerCase();
}
