import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type FaultyLine, openFaultyLine } from '../../src/chaos/faulty-line.ts';
import { freePort } from '../../src/servers/local-server.ts';

describe('a line that fails', () => {
  let server: Server;
  let line: FaultyLine;
  const received: string[] = [];
  const sockets: Socket[] = [];

  beforeEach(async () => {
    received.length = 0;
    server = createServer((socket) => {
      sockets.push(socket);
      socket.on('error', () => undefined);
      socket.on('data', (chunk: Buffer) => {
        received.push(chunk.toString());
        socket.write(`answer to ${chunk.toString()}`);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
    line = await openFaultyLine(await freePort(), (server.address() as AddressInfo).port);
  });
  afterEach(async () => {
    await line.close();
    for (const socket of sockets.splice(0)) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });

  const dial = async (): Promise<Socket> => {
    const socket = connect(line.port, '127.0.0.1');
    socket.on('error', () => undefined);
    sockets.push(socket);
    await once(socket, 'connect');
    return socket;
  };
  const ask = async (socket: Socket, question: string): Promise<string> => {
    socket.write(question);
    const [answer] = (await once(socket, 'data')) as [Buffer];
    return answer.toString();
  };

  test('passes everything on while it is calm', async () => {
    expect(await ask(await dial(), 'one')).toBe('answer to one');
  });

  test('is late by what it was told, in order', async () => {
    const socket = await dial();
    line.delay(60);
    const began = performance.now();
    expect(await ask(socket, 'one')).toBe('answer to one');
    // There and back, at least: the machine may add to it.
    expect(performance.now() - began).toBeGreaterThanOrEqual(110);
    for (const question of ['two', 'three', 'four']) socket.write(question);
    while (!received.join('').endsWith('four')) await once(socket, 'data');
    expect(received.join('')).toBe('onetwothreefour');
  });

  test('resets every connection, and takes new ones', async () => {
    const socket = await dial();
    await ask(socket, 'one');
    const broken = new Promise((resolve) => socket.once('close', resolve));
    line.reset();
    await broken;
    expect(await ask(await dial(), 'two')).toBe('answer to two');
  });

  test('swallows answers of what arrived while it is half-open, for ever on that connection', async () => {
    const socket = await dial();
    await ask(socket, 'one');
    line.fallSilent('answers');
    socket.on('data', () => received.push('an answer came through'));
    socket.write('two');
    while (received.length < 2) await new Promise((resolve) => setImmediate(resolve));
    line.calm();
    expect(await ask(await dial(), 'three')).toBe('answer to three');
    expect(received).toEqual(['one', 'two', 'three']);
    expect(socket.destroyed).toBe(false);
  });

  test('swallows questions too where everything is silent, on new connections as well', async () => {
    line.fallSilent('everything');
    const socket = await dial();
    socket.write('one');
    line.calm();
    expect(await ask(await dial(), 'two')).toBe('answer to two');
    expect(received).toEqual(['two']);
  });
});
