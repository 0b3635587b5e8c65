import { LINK } from './link.ts';

/** Knows stock: a composite key, and fields that require others' (one of them of clashing types). */
export const WAREHOUSE = /* GraphQL */ `
  ${LINK}
  scalar Instant
  scalar Json

  type Book @key(fields: "id") {
    id: ID!
    weight: Float! @external
    size: Size @external
    chapters: [Chapter!]! @external
    shippingCost(express: Boolean = false): Int @requires(fields: "weight")
    volume: Int @requires(fields: "size { width height }")
    printable: Boolean! @requires(fields: "weight chapters { number first { number } }")
    stock: [Stock!]
    home: Warehouse
  }

  type Film @key(fields: "id") {
    id: ID!
    weight: Int @external
    shippingCost(express: Boolean = false): Int @requires(fields: "weight")
    stock: [Stock]
    disc: Boolean!
  }

  type Chapter @shareable { number: Int! @external, first: Chapter @external }
  type Size @shareable { width: Int, height: Int!, unit: Unit! }
  enum Unit { CM INCH }

  type Stock @key(fields: "warehouse { code } shelf") {
    warehouse: Warehouse!
    shelf: Int!
    count: Int!
    reserved: Int
  }

  type Warehouse @key(fields: "code") {
    code: ID!
    city: String
    open: Boolean!
    lastCheck: Instant
    extra: Json
    shelves: [[Stock!]!]
    keeper: Author
  }

  type Author @key(fields: "id", resolvable: false) { id: ID! }

  type Query {
    warehouses(open: Boolean): [Warehouse!]
    stock(code: ID!, shelf: Int!): Stock
  }

  type Mutation {
    restock(id: ID!, count: Int!): StockPayload
    closeWarehouse(code: ID!): Warehouse!
  }
  type StockPayload { stock: Stock, book: Book, problems: [Problem!]! }
  type Problem @shareable { code: String!, field: [String!]! }
`;
