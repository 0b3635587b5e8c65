import { EventEmitter } from 'node:events';
import { describe, expect, it } from '@jest/globals';
import { type AnswerChannel, cancelledWith } from '../../src/data-source/cancellation.ts';

class Channel extends EventEmitter implements AnswerChannel {
  writableFinished = false;
  destroyed = false;

  hangUp(): void {
    this.destroyed = true;
    this.emit('close');
  }
}

describe('a cancellation', () => {
  it('happens when the caller hangs up before the answer is out', () => {
    const channel = new Channel();
    const cancellation = cancelledWith(channel);
    let cancelled = 0;
    cancellation.whenCancelled(() => (cancelled += 1));
    expect(cancellation.isCancelled).toBe(false);
    channel.hangUp();
    expect([cancellation.isCancelled, cancelled]).toEqual([true, 1]);
  });

  it('does not happen when the connection ends behind the answer', () => {
    const channel = new Channel();
    const cancellation = cancelledWith(channel);
    let cancelled = 0;
    cancellation.whenCancelled(() => (cancelled += 1));
    channel.writableFinished = true;
    channel.hangUp();
    expect([cancellation.isCancelled, cancelled]).toEqual([false, 0]);
  });

  it('is taken back with its listener', () => {
    const channel = new Channel();
    cancelledWith(channel).whenCancelled(() => undefined)();
    expect(channel.listenerCount('close')).toBe(0);
  });

  it('watches nothing any more once it was released, and still tells whoever asked before', () => {
    const channel = new Channel();
    const cancellation = cancelledWith(channel);
    const told: string[] = [];
    cancellation.whenCancelled(() => told.push('before'));
    cancellation.release();
    cancellation.whenCancelled(() => told.push('after'))();
    channel.hangUp();
    expect([cancellation.isCancelled, told]).toEqual([false, ['before']]);
  });
});
