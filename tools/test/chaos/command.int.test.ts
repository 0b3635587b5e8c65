import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { AnswerLog } from '../../src/chaos/answer-log.ts';
import { issueCommand } from '../../src/chaos/command.ts';
import { createDice } from '../../src/chaos/dice.ts';

const COMMAND = {
  correlationId: 'client-1',
  mutation: 'moveApplication',
  input: { applicationId: 'app_1' },
  token: null,
  subject: 'app_1',
} as const;

describe('a command', () => {
  let server: Server;
  let origin: string;
  let directory: string;
  let log: AnswerLog;
  let answers: (string | null)[];
  const asked: { key: unknown; correlation: unknown }[] = [];

  beforeEach(async () => {
    directory = mkdtempSync(join(tmpdir(), 'hiregraph-command-'));
    log = new AnswerLog(join(directory, 'answers.jsonl'));
    asked.length = 0;
    server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        const { variables } = JSON.parse(body) as { variables: { input: { idempotencyKey: string } } };
        asked.push({ key: variables.input.idempotencyKey, correlation: request.headers['x-correlation-id'] });
        const code = answers.shift();
        // null: the connection breaks before an answer.
        if (code === null) response.destroy();
        else {
          const userErrors = code === undefined ? [] : [{ code }];
          response.end(JSON.stringify({ data: { moveApplication: { application: null, userErrors } } }));
        }
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterEach(async () => {
    log.close();
    rmSync(directory, { recursive: true });
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  const issue = async (...given: (string | null)[]): Promise<string | undefined> => {
    answers = given;
    await issueCommand(COMMAND, { log, dice: createDice(1, 'test'), origins: [origin], tries: 3, pause: [0, 0] });
    return log.commands.get('client-1')?.outcome;
  };

  test('is sent again with the same key until it is answered, and every try is on record', async () => {
    expect(await issue(null, 'OUTCOME_UNKNOWN')).toBe('acknowledged');
    expect(asked).toEqual(Array.from({ length: 3 }, () => ({ key: 'client-1', correlation: 'client-1' })));
    const lines = readFileSync(join(directory, 'answers.jsonl'), 'utf8').trim().split('\n');
    expect(lines.map((line) => (JSON.parse(line) as { outcome: string }).outcome)).toEqual([
      'unknown',
      'unknown',
      'acknowledged',
      'acknowledged',
    ]);
  });

  test('is refused where the first answer is a refusal', async () => {
    expect(await issue('CONFLICT')).toBe('refused');
    expect(asked).toHaveLength(1);
  });

  test('stays unknown where a refusal follows a try whose fate nobody knows', async () => {
    expect(await issue(null, 'CONFLICT')).toBe('unknown');
  });

  test('stays unknown after the last try', async () => {
    expect(await issue(null, null, null)).toBe('unknown');
  });

  test('is refused where nobody ever listened: it cannot have been carried out', async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    expect(await issue()).toBe('refused');
    await new Promise<void>((resolve) => server.listen(0, () => resolve()));
  });

  test('wakes who waits for the next acknowledgement in that very moment', async () => {
    const woken = new Promise<number>((resolve) => {
      log.atNextAcknowledgement(() => resolve(asked.length), 60_000);
    });
    await issue('OUTCOME_UNKNOWN');
    expect(await woken).toBe(2);
  });
});
