import { connect, isIP, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import type { ISocketFactory } from 'kafkajs';
import type { Scheduler } from '../scheduler.ts';

const KEEP_ALIVE_MILLISECONDS = 60_000;

/**
 * The connections that kafkajs's clients have open. kafkajs closes none of its own accord: it goes on asking on a
 * connection that answers nothing any more, since the other end is gone without a word, for as long as the operating
 * system thinks it open. And it waits for answers before it closes one. So whoever knows better cuts them here: kafkajs
 * takes that for a broken connection, fails what is under way on it, and makes another.
 */
export class ClientSockets {
  readonly #open = new Map<Socket, { readonly owner: object; readonly broker: string }>();
  readonly #over = new WeakSet<object>();
  #closed = false;
  #emptied: (() => void)[] = [];

  /** @param owner stands for one client */
  factoryFor(owner: object): ISocketFactory {
    return ({ host, port, ssl, onConnect }) => {
      if (this.#closed || this.#over.has(owner)) throw new Error('this client is not used any more');
      // kafkajs hands over null where no TLS is wanted, whatever its types say; as its own factory does otherwise.
      const secure = ssl as typeof ssl | null | undefined;
      const name = isIP(host) ? {} : { servername: host };
      const socket = secure
        ? connectTls({ host, port, ...name, ...secure }, onConnect)
        : connect({ host, port }, onConnect);
      socket.setKeepAlive(true, KEEP_ALIVE_MILLISECONDS);
      this.#open.set(socket, { owner, broker: `${host}:${port}` });
      socket.once('close', () => this.#remove(socket));
      return socket;
    };
  }

  /** Cuts one client's connections to one broker (`host:port`). It may make others. */
  cut(owner: object, broker: string): void {
    this.#destroy((one) => one.owner === owner && one.broker === broker, `${broker} did not answer in time`);
  }

  /**
   * Cuts all connections of one client, which gets no others.
   * @param idle whether nothing is under way on them, so that nobody has to be told
   */
  end(owner: object, idle: boolean): void {
    this.#over.add(owner);
    this.#destroy((one) => one.owner === owner, idle ? null : 'this client is not used any more');
  }

  /** Nobody gets a connection any more; those that are still open after so many milliseconds are cut. */
  async close(patience: number, scheduler: Scheduler): Promise<void> {
    this.#closed = true;
    if (this.#open.size === 0) return;
    const over = new AbortController();
    const emptied = new Promise<void>((resolve) => this.#emptied.push(resolve));
    await Promise.race([emptied, scheduler.wait(patience, over.signal)]);
    over.abort();
    this.#destroy(() => true, 'this client is not used any more');
  }

  #destroy(chosen: (one: { readonly owner: object; readonly broker: string }) => boolean, why: string | null): void {
    for (const [socket, one] of this.#open) if (chosen(one)) socket.destroy(why === null ? undefined : new Error(why));
  }

  #remove(socket: Socket): void {
    this.#open.delete(socket);
    if (this.#open.size > 0) return;
    for (const resolve of this.#emptied.splice(0)) resolve();
  }
}
