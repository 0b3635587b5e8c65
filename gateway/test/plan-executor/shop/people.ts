import { LINK } from './link.ts';

/** Owns authors as people: an interface of value types, a field that is shared, one that is hidden. */
export const PEOPLE = /* GraphQL */ `
  ${LINK}
  scalar Instant

  type Author @key(fields: "id") {
    id: ID!
    name: String! @shareable
    nick: String @shareable
    email: String
    born: Instant
    rank: Rank
    score: Float
    secretNote: String @inaccessible
    friends(first: Int): [Author!]
    mentor: Author
    profile: Profile!
    oldProfiles: [Profile]
  }

  enum Rank { GOLD SILVER LEAD @inaccessible }

  interface Profile { url: String!, since: Instant }
  type PublicProfile implements Profile { url: String!, since: Instant, bio: String, followers: Int! }
  type PrivateProfile implements Profile { url: String!, since: Instant, reason: Rank! }

  type Query {
    me: Author
    author(id: ID!): Author
    people: [Author!]!
    profile(url: String!): Profile
  }

  type Mutation {
    rename(id: ID!, name: String!): Author
  }
`;
