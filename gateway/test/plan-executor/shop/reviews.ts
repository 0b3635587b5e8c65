import { LINK } from './link.ts';

/** Speaks of all media as one type of object, gives others' fields along, and reviews stock as well. */
export const REVIEWS = /* GraphQL */ `
  ${LINK}
  type Media @key(fields: "id") @interfaceObject {
    id: ID!
    reviews(first: Int = 2): [Review!]!
    rating: Float
    bestReview: Review
  }

  type Review @key(fields: "id") {
    id: ID!
    text: String
    stars: Int!
    mood: Mood
    by: Author @provides(fields: "nick")
    subject: Media
    replies: [Review]
    source: Source
  }

  enum Mood { HAPPY SAD }
  union Source = Paper | Site
  type Paper { name: String!, page: Int }
  type Site { url: String!, name: String! }

  type Author @key(fields: "id") {
    id: ID!
    nick: String @external
    reviews: [Review]
    favourite: Media
  }

  type Stock @key(fields: "warehouse { code } shelf") {
    warehouse: Warehouse!
    shelf: Int!
    comments: [String!]
    score: Float!
  }
  type Warehouse @key(fields: "code", resolvable: false) { code: ID! }

  type PageInfo @shareable { hasNextPage: Boolean!, endCursor: String }
  type ReviewPage { nodes: [Review]!, pageInfo: PageInfo! }

  type Query {
    reviews(mood: Mood, first: Int): ReviewPage
    topReview: Review!
  }

  type Mutation {
    review(mediaId: ID!, stars: Int!, text: String): ReviewPayload!
  }
  type ReviewPayload { review: Review, media: Media, problems: [Problem!]! }
  type Problem @shareable { code: String!, field: [String!]! }
`;
