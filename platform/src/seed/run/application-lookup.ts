import type { SeedPlan, SentApplication } from '../plan/seed-plan.ts';
import { grouped } from './grouped.ts';
import type { KnownNames } from './known-names.ts';
import type { SeedClient } from './seed-client.ts';

const PAGE = `query Seed($appliedAfter: DateTime!) {
  applications(filter: { appliedAfter: $appliedAfter }, sort: APPLIED_AT_ASC, first: 50) {
    nodes { id post { id } candidate { id } submission { email } }
  }
}`;

interface Found {
  readonly id: string;
  readonly post: { readonly id: string } | null;
  readonly candidate: { readonly id: string };
  readonly submission: { readonly email: string } | null;
}

/**
 * Finds the ids of applications that were sent without a token: their senders got a receipt alone, so an administrator
 * looks them up, by time, post and email address.
 */
export class ApplicationLookup {
  readonly #client: SeedClient;
  readonly #names: KnownNames;
  readonly #administrator: string;
  readonly #sentBy: ReadonlyMap<string, readonly SentApplication[]>;
  readonly #sentAs = new Map<string, SentApplication>();
  #running: Promise<void> = Promise.resolve();

  /** @param administrator subject of somebody who sees everything */
  constructor(client: SeedClient, names: KnownNames, { sent }: SeedPlan, administrator: string) {
    this.#client = client;
    this.#names = names;
    this.#administrator = administrator;
    this.#sentBy = grouped(sent, ({ email }) => email);
    for (const one of sent) {
      this.#sentAs.set(one.application, one);
      // The first one makes the person known.
      if (!this.#sentAs.has(one.candidate)) this.#sentAs.set(one.candidate, one);
    }
  }

  /**
   * Learns a name of an application or a candidate, and those of others who came soon after. One look at a time: it
   * tells most of those who wait for the next one what they want to know.
   */
  async learn(name: string): Promise<void> {
    const sent = this.#sentAs.get(name);
    if (sent === undefined) return;
    this.#running = this.#running.then(async () => {
      if (!this.#names.has(name)) await this.#look(sent);
    });
    await this.#running;
  }

  async #look({ at }: SentApplication): Promise<void> {
    const caller = this.#client.staffCaller(this.#administrator);
    const variables = { appliedAfter: new Date(at - 1).toISOString() };
    const answer = await this.#client.ask('candidate', { caller, query: PAGE, variables, key: 'application-lookup' });
    const { nodes } = answer.applications as { readonly nodes: readonly Found[] };
    for (const node of nodes) this.#take(node);
  }

  #take({ id, post, candidate, submission }: Found): void {
    const sent = this.#sentBy
      .get(submission?.email ?? '')
      ?.find(({ job }) => post !== null && this.#names.find(`post:${job}`) === post.id);
    if (sent === undefined) return;
    this.#names.set(sent.application, id);
    this.#names.set(sent.candidate, candidate.id);
  }
}
