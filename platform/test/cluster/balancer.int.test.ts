import { EventEmitter, once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { type Balancer, startBalancer } from '../../src/cluster/balancer.ts';
import { freePorts } from '../../src/cluster/free-ports.ts';

const servers: Server[] = [];
let balancer: Balancer | null = null;
/** Tells of each request that a replica does not answer. */
const hanging = new EventEmitter();

afterEach(async () => {
  await balancer?.stop();
  balancer = null;
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** A replica that says its name, how it was asked and with what. */
async function replica(name: string): Promise<string> {
  const server = createServer((incoming, outgoing) => {
    let body = '';
    incoming.on('data', (chunk: Buffer) => (body += chunk.toString()));
    incoming.on('end', () => {
      if (body === 'break off') incoming.socket.destroy();
      else if (body === 'hang') hanging.emit('request', name);
      else outgoing.writeHead(201, { 'x-name': name }).end(`${incoming.method} ${incoming.url} ${body}`);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  servers.push(server);
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function ask(body: string): Promise<{ status: number; name: string | null; text: string }> {
  const answer = await fetch(`${balancer?.origin}/graphql?a=b`, { method: 'POST', body });
  return { status: answer.status, name: answer.headers.get('x-name'), text: await answer.text() };
}

describe('an address before several replicas', () => {
  it('hands each request to the next one, as it came', async () => {
    balancer = await startBalancer([await replica('one'), await replica('two')]);
    const answers = [await ask('{ a }'), await ask('{ b }'), await ask('{ c }'), await ask('{ d }')];
    expect(answers[0]).toMatchObject({ status: 201, text: 'POST /graphql?a=b { a }' });
    expect(answers.map(({ name }) => name).toSorted()).toEqual(['one', 'one', 'two', 'two']);
  });

  it('passes over those that do not listen, and says so when none does', async () => {
    const [away = 0] = await freePorts(1);
    balancer = await startBalancer([`http://127.0.0.1:${away}`, await replica('two')]);
    expect([await ask('x'), await ask('x'), await ask('x')].map(({ name }) => name)).toEqual(['two', 'two', 'two']);
    await balancer.stop();
    balancer = await startBalancer([`http://127.0.0.1:${away}`]);
    expect((await ask('x')).status).toBe(503);
  });

  it('gives nothing more to one that hangs while another answers', async () => {
    balancer = await startBalancer([await replica('one'), await replica('two')]);
    const begun = once(hanging, 'request');
    const gaveUp = new AbortController();
    const waiting = fetch(balancer.origin, { method: 'POST', body: 'hang', signal: gaveUp.signal }).catch(
      () => 'gave up',
    );
    const [stuck] = (await begun) as [string];
    const names = [await ask('x'), await ask('x'), await ask('x'), await ask('x')].map(({ name }) => name);
    expect(new Set(names)).toEqual(new Set([stuck === 'one' ? 'two' : 'one']));
    gaveUp.abort();
    expect(await waiting).toBe('gave up');
  });

  it('does not ask twice for what a replica had begun', async () => {
    balancer = await startBalancer([await replica('one'), await replica('two')]);
    expect([(await ask('break off')).status, (await ask('break off')).status]).toEqual([502, 502]);
    expect((await ask('x')).status).toBe(201);
  });
});
