import { LINK } from './link.ts';

/** Owns media: an interface that is an entity, with a hidden implementation, unions, nested lists and null chains. */
export const CATALOG = /* GraphQL */ `
  ${LINK}
  scalar Json

  enum Kind { BOOK FILM SECRET @inaccessible }

  interface Media @key(fields: "id") {
    id: ID!
    title: String!
    kind: Kind
    tags: [String!]
    sequel: Media
  }

  type Book implements Media @key(fields: "id") @key(fields: "isbn") {
    id: ID!
    isbn: ID!
    title: String!
    kind: Kind
    tags: [String!]
    sequel: Media
    pages: Int
    weight: Float!
    size: Size @shareable
    author: Author
    authors: [Author!]
    chapters: [Chapter!]!
    matrix: [[Cell!]]
    rows: [[Cell]!]!
    meta: Json
    price(currency: Currency! = EUR, rebate: Float): Money
    hidden: String @inaccessible
  }

  type Film implements Media @key(fields: "id") {
    id: ID!
    title: String!
    kind: Kind
    tags: [String!]
    sequel: Media
    minutes: Int!
    weight: Int
    director: Author!
    cast: [[Author]]
    price(currency: Currency! = EUR, rebate: Float): Money
  }

  type Secret implements Media @key(fields: "id") @inaccessible {
    id: ID!
    title: String!
    kind: Kind
    tags: [String!]
    sequel: Media
  }

  enum Currency { EUR USD CHF }

  type Money { amount: Float!, currency: Currency! }
  type Chapter { title: String, number: Int!, notes: [[String]], first: Chapter, mentions: [Author]! }
  type Cell { x: Int!, y: Int, book: Book }
  type Size @shareable { width: Int, height: Int!, unit: Unit! }
  enum Unit { CM INCH }

  type Author @key(fields: "id") {
    id: ID!
    name: String! @shareable
    books(first: Int = 3): [Book!]
    works: [Item!]!
    latest: Item
  }

  union Item = Book | Film | Author

  type MediaPage { nodes: [Media!]!, edges: [MediaEdge!], totalCount: Int!, pageInfo: PageInfo! }
  type MediaEdge { node: Media, cursor: String! }
  type PageInfo @shareable { hasNextPage: Boolean!, endCursor: String }

  input MediaFilter { text: String, kinds: [Kind!], price: PriceRange, page: Int = 1 }
  input PriceRange { from: Float!, to: Float }
  input BookInput { title: String!, tags: [String!] = ["new"], price: PriceRange }

  type Query {
    media(id: ID!): Media
    medias(first: Int = 2, after: String, filter: MediaFilter): MediaPage!
    items(text: String): [Item]!
    maybeItems: [Item!]
    book(isbn: ID!): Book
    strictBook: Book!
    authors(ids: [ID!]): [Author]!
    bookGrid: [[Book!]]
    latestTitle: String
    ping: Boolean!
  }

  type Mutation {
    addBook(input: BookInput!): BookPayload!
    retitle(id: ID!, title: String): Media
  }
  type BookPayload { book: Book, problems: [Problem!]!, query: Query! }
  type Problem @shareable { code: String!, field: [String!]! }
`;
