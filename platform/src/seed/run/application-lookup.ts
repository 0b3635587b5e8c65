import type { SeedPlan, SentApplication } from '../plan/seed-plan.ts';
import { grouped } from './grouped.ts';
import type { KnownNames } from './known-names.ts';
import type { SeedClient } from './seed-client.ts';

const PAGE = `query Seed($appliedAfter: DateTime!, $after: String) {
  applications(filter: { appliedAfter: $appliedAfter }, sort: APPLIED_AT_ASC, first: 100, after: $after) {
    nodes { id appliedAt post { id } candidate { id } submission { email } }
    pageInfo { hasNextPage endCursor }
  }
}`;

interface Page {
  readonly nodes: readonly {
    readonly id: string;
    readonly appliedAt: string;
    readonly post: { readonly id: string } | null;
    readonly candidate: { readonly id: string };
    readonly submission: { readonly email: string } | null;
  }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/**
 * Finds the ids of applications that were sent without a token: their senders got a receipt alone, so an administrator
 * looks them up, by post and email address.
 */
export class ApplicationLookup {
  readonly #client: SeedClient;
  readonly #names: KnownNames;
  readonly #administrator: string;
  readonly #sentBy: ReadonlyMap<string, readonly SentApplication[]>;
  #seenUntil: string;

  /** @param administrator subject of somebody who sees everything */
  constructor(client: SeedClient, names: KnownNames, plan: SeedPlan, administrator: string) {
    this.#client = client;
    this.#names = names;
    this.#administrator = administrator;
    this.#sentBy = grouped(plan.sent, ({ email }) => email);
    this.#seenUntil = new Date(plan.begins - 1).toISOString();
  }

  /** Learns the names of every application that came since the last time. */
  async learn(): Promise<void> {
    const appliedAfter = this.#seenUntil;
    let after: string | null = null;
    do {
      const page: Page = await this.#page(appliedAfter, after);
      for (const node of page.nodes) this.#take(node);
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
  }

  async #page(appliedAfter: string, after: string | null): Promise<Page> {
    const caller = this.#client.staffCaller(this.#administrator);
    const variables = { appliedAfter, after };
    const data = await this.#client.ask('candidate', { caller, query: PAGE, variables, key: 'application-lookup' });
    return data.applications as Page;
  }

  #take({ id, appliedAt, post, candidate, submission }: Page['nodes'][number]): void {
    if (appliedAt > this.#seenUntil) this.#seenUntil = appliedAt;
    const sent = this.#sentBy
      .get(submission?.email ?? '')
      ?.find(({ job }) => this.#names.get({ ref: `post:${job}` }) === post?.id);
    if (sent === undefined) return;
    this.#names.set(sent.application, id);
    this.#names.set(sent.candidate, candidate.id);
  }
}
