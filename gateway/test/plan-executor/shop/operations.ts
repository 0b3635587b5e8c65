import type { Operation } from '../comparison.ts';

/** Operations by what of a plan they are about. */
export const OPERATIONS: Readonly<Record<string, readonly Operation[]>> = {
  'fields of one subgraph': of(
    '{ ping }',
    '{ latestTitle }',
    '{ ping latestTitle again: ping }',
    '{ book(isbn: "Book-1") { id isbn title kind tags pages weight } }',
    '{ strictBook { title size { width height unit } meta } }',
    '{ medias { totalCount pageInfo { hasNextPage endCursor } edges { cursor } } }',
    '{ people { id name nick email born rank score } }',
    '{ warehouses(open: true) { code city open lastCheck extra } }',
    '{ stock(code: "Warehouse-1", shelf: 2) { shelf count reserved warehouse { code city } } }',
    '{ topReview { id text stars mood } }',
  ),
  'root fields of several subgraphs at once': of(
    '{ ping me { name } warehouses { code } topReview { stars } }',
    '{ topReview { stars } ping }',
    '{ a: me { id } b: me { name } c: author(id: "Author-2") { rank } ping }',
    '{ strictBook { id } topReview { id } people { id } }',
  ),
  'entities of another subgraph': of(
    '{ strictBook { title stock { count } } }',
    '{ strictBook { rating reviews { stars } } }',
    '{ book(isbn: "Book-2") { home { city keeper { email } } } }',
    '{ topReview { by { email friends { name } } } }',
    '{ me { books { stock { count } reviews { stars } } } }',
    '{ me { reviews { subject { title sequel { title } } } } }',
    '{ authors(ids: ["a", "b"]) { name email reviews { text by { rank } } } }',
    '{ warehouses { keeper { name books { title home { code city } } } } }',
    '{ reviews(first: 3) { nodes { stars by { name email } replies { by { rank } } } } }',
  ),
  'three subgraphs and more in a row': of(
    '{ me { favourite { title ... on Book { home { city keeper { nick } } } } } }',
    '{ strictBook { reviews { by { books { stock { count score comments } } } } } }',
    '{ medias(first: 3) { nodes { title reviews { by { name mentor { email } } } } } }',
    '{ topReview { subject { ... on Film { director { email reviews { stars } } } } } }',
    '{ warehouses { shelves { count comments score } } }',
  ),
  'composite keys': of(
    '{ stock(code: "Warehouse-0", shelf: 3) { score comments count } }',
    '{ warehouses { shelves { shelf score warehouse { code city } } } }',
    '{ strictBook { stock { score comments warehouse { open } } } }',
  ),
  'fields that require others': of(
    '{ strictBook { shippingCost } }',
    '{ strictBook { shippingCost(express: true) weight } }',
    '{ strictBook { volume size { unit } } }',
    '{ strictBook { printable chapters { title } } }',
    '{ me { books { volume shippingCost printable } } }',
    '{ items { ... on Book { shippingCost } ... on Film { shippingCost disc } } }',
    '{ items { ... on Film { shippingCost weight } ... on Book { weightOfBook: weight volume } } }',
    '{ medias { nodes { ... on Book { shippingCost printable } ... on Film { shippingCost(express: true) } } } }',
  ),
  'fields that come along': of(
    '{ topReview { by { nick } } }',
    '{ reviews { nodes { by { nick name } } } }',
    '{ me { reviews { by { nick rank } } nick } }',
  ),
  interfaces: of(
    '{ media(id: "Book-1") { id title } }',
    '{ media(id: "Film-1") { __typename title ... on Film { minutes } ... on Book { pages } } }',
    '{ medias(first: 5) { nodes { __typename id title kind tags sequel { __typename title } } } }',
    '{ medias { nodes { ... on Media { title ... on Book { isbn } } } } }',
    '{ me { profile { url __typename ... on PublicProfile { bio followers } ... on PrivateProfile { reason } } } }',
    '{ people { oldProfiles { since ... on PublicProfile { since bio } ... on Profile { url } } } }',
    '{ profile(url: "x") { ... on PublicProfile { followers } } }',
    '{ people { profile { ... on PrivateProfile { why: reason } ... on PublicProfile { why: bio } } } }',
  ),
  'an interface that one subgraph takes for an object': of(
    '{ medias { nodes { title rating } } }',
    '{ medias { nodes { __typename rating } } }',
    '{ media(id: "Film-2") { reviews { stars subject { title __typename } } } }',
    '{ topReview { subject { id } } }',
    '{ topReview { subject { __typename } } }',
    '{ topReview { subject { title rating bestReview { text } } } }',
    '{ topReview { subject { ... on Book { pages } ... on Film { minutes } } } }',
    '{ reviews { nodes { subject { kind: __typename tags reviews(first: 1) { subject { title } } } } } }',
  ),
  unions: of(
    '{ items { __typename } }',
    '{ items { ... on Book { title } ... on Film { title minutes } ... on Author { name } } }',
    '{ items { ... on Media { title rating } ... on Author { email } } }',
    '{ maybeItems { ... on Author { id reviews { id } } } }',
    '{ authors { works { __typename ... on Book { home { code } } } latest { ... on Film { disc } } } }',
    '{ reviews { nodes { source { __typename ... on Paper { name page } ... on Site { name url } } } } }',
  ),
  'lists of lists': of(
    '{ strictBook { matrix { x y } rows { x } } }',
    '{ strictBook { matrix { book { title stock { count } } } } }',
    '{ strictBook { rows { y book { rating home { city } } } chapters { notes mentions { email } } } }',
    '{ bookGrid { title stock { shelf score } } }',
    '{ items { ... on Film { cast { name email reviews { stars } } } } }',
    '{ warehouses { shelves { warehouse { keeper { email } } } } }',
  ),
  aliases: of(
    '{ one: strictBook { first: title second: title } two: strictBook { stock { n: count } } }',
    '{ me { id: name name: id } }',
    '{ strictBook { cheap: price(rebate: 2.5) { amount } dear: price(currency: USD) { amount currency } } }',
    '{ a: topReview { b: subject { c: title d: rating } } }',
    '{ me { kind: __typename books { type: __typename isbn: title title: isbn } } }',
    '{ authors { __id: id _name: name x1: email } }',
  ),
  'type names': of(
    '{ __typename }',
    '{ root: __typename ping }',
    '{ me { __typename } __typename }',
    '{ items { type: __typename ... on Book { __typename id } } }',
    'mutation { __typename restock(id: "Book-1", count: 1) { __typename } }',
    '{ reviews { __typename nodes { __typename by { __typename } subject { t: __typename } } } }',
  ),
  'fields asked more than once': of(
    '{ me { name } me { email } me { books { title } books { stock { count } } } }',
    '{ strictBook { title ...A title ...B } } fragment A on Book { reviews { stars } } fragment B on Book { reviews { text } }',
    '{ people { ... on Author { name } rank ... on Author { name email rank } name } }',
    '{ items { ... on Book { id title } ... on Author { id } ... on Book { title pages } } }',
    '{ medias { nodes { id } edges { node { id } } nodes { title } } }',
    '{ me { profile { url } id ... on Author { profile { since } } } }',
  ),
  fragments: of(
    '{ me { ...P } } fragment P on Author { name ...Q } fragment Q on Author { email friends { name ...R } } fragment R on Author { rank }',
    '{ items { ...I } } fragment I on Item { __typename ...OnBook ... on Film { ...OnFilm } } fragment OnBook on Book { title home { city } } fragment OnFilm on Film { disc }',
    '{ medias { nodes { ...M ...M } } } fragment M on Media { title rating }',
    'query { ... { ping } ... on Query { latestTitle me { ... { name } } } }',
    '{ strictBook { ... on Media { sequel { ... on Film { minutes } } } } }',
  ),
  'order of fields': of(
    '{ topReview { by { rank email } stars subject { rating title kind } text } ping }',
    '{ strictBook { stock { score count } title reviews { text stars } isbn rating } }',
    '{ people { ... on Author { rank } email ... on Author { name } id } }',
    '{ ping me { id } strictBook { id } }',
  ),
  variables: [
    { query: 'query ($isbn: ID!) { book(isbn: $isbn) { title } }', variables: { isbn: 'Book-3' } },
    { query: 'query ($n: Int) { me { friends(first: $n) { name } } }', variables: {} },
    { query: 'query ($n: Int) { me { friends(first: $n) { name } } }', variables: { n: null } },
    { query: 'query ($n: Int = 4) { me { books(first: $n) { title reviews(first: $n) { stars } } } }' },
    {
      query: 'query ($f: MediaFilter, $u: String) { medias(filter: $f) { totalCount } ping }',
      variables: { f: { text: 'x', kinds: ['BOOK'], price: { from: 1 } } },
    },
    { query: 'query ($c: Currency!) { strictBook { price(currency: $c) { amount } } }', variables: { c: 'CHF' } },
    { query: 'query ($x: Boolean) { me { books { shippingCost(express: $x) } } }', variables: { x: true, other: 1 } },
    { query: 'query ($r: [ID!]) { authors(ids: $r) { email } }', variables: { r: 'single' } },
    { query: 'query A { ping } query B { latestTitle me { email } }', operationName: 'B' },
    { query: 'query A { ping } query B { latestTitle me { email } }', operationName: 'A' },
  ],
  'variables that are not valid': [
    { query: 'query ($isbn: ID!) { book(isbn: $isbn) { title } ping }', variables: { isbn: 'Book-1' } },
    { query: 'query ($isbn: ID!) { book(isbn: $isbn) { title } ping }', variables: {} },
    { query: 'query ($isbn: ID!) { book(isbn: $isbn) { title } ping }', variables: { isbn: null } },
    { query: 'query ($isbn: ID!) { book(isbn: $isbn) { title } ping }', variables: { isbn: { a: 1 } } },
    { query: 'query ($n: Int) { me { books(first: $n) { title } } }', variables: { n: 1 } },
    { query: 'query ($n: Int) { me { books(first: $n) { title } } }', variables: { n: 1.5 } },
    { query: 'query ($n: Int) { me { books(first: $n) { title } } }', variables: { n: 2 ** 31 } },
    { query: 'query ($c: Currency!) { strictBook { price(currency: $c) { amount } } }', variables: { c: 'USD' } },
    { query: 'query ($c: Currency!) { strictBook { price(currency: $c) { amount } } }', variables: { c: 'YEN' } },
  ],
  conditions: withEach('if', [
    'query ($if: Boolean!) { ping @include(if: $if) me @skip(if: $if) { name } }',
    'query ($if: Boolean!) { me { name email @include(if: $if) books { title stock @skip(if: $if) { count } } } }',
    'query ($if: Boolean!) { strictBook { ... on Book @include(if: $if) { home { city } } ... @skip(if: $if) { rating } } }',
    'query ($if: Boolean!) { me { ...F @skip(if: $if) } } fragment F on Author { email reviews { stars } }',
    'query ($if: Boolean!) { me { name @include(if: $if) name @skip(if: $if) id } }',
    'query ($if: Boolean!) { me @include(if: $if) { name } me @skip(if: $if) { email } me { id } }',
    'query ($if: Boolean!) { items { ... on Book { title @skip(if: true) id @include(if: $if) } __typename @skip(if: $if) } }',
    'query ($if: Boolean!) { me @include(if: $if) { books @include(if: $if) { stock @skip(if: $if) { count } } } }',
    'query ($if: Boolean!) { ping @skip(if: $if) @include(if: $if) latestTitle }',
    'query ($if: Boolean = true) { me { email @include(if: $if) } }',
    'query ($if: Boolean!) { me { ...F @skip(if: $if) id ...F @include(if: $if) } } fragment F on Author { email rank }',
    'query ($if: Boolean!) { me { ...F @skip(if: $if) id } author(id: "x") { ...F @include(if: $if) id } } fragment F on Author { email }',
    'query ($if: Boolean! = false) { topReview { subject @include(if: $if) { title } by @skip(if: $if) { rank } } }',
  ]),
  'several conditions': [true, false].flatMap((a) =>
    [true, false].flatMap((b) => [
      {
        query:
          'query ($a: Boolean!, $b: Boolean!) { me @include(if: $a) { name books @skip(if: $b) { title home { city } } } people @include(if: $b) { email } }',
        variables: { a, b },
      },
      {
        query:
          'query ($a: Boolean!, $b: Boolean!) { strictBook { ... @include(if: $a) { rating ... @include(if: $b) { stock { count } } } ... @skip(if: $b) { home { code } } } }',
        variables: { a, b },
      },
    ]),
  ),
  'mutations, in their order': of(
    'mutation { restock(id: "Book-1", count: 3) { stock { count score } book { title } problems { code field } } }',
    'mutation { a: restock(id: "Book-1", count: 3) { stock { count } } b: rename(id: "Author-1", name: "x") { name books { title } } c: restock(id: "Book-2", count: 4) { book { rating } } }',
    'mutation { addBook(input: { title: "x" }) { book { title stock { count } } problems { code } } retitle(id: "Film-1", title: null) { title ... on Film { disc } } }',
    'mutation { review(mediaId: "Book-2", stars: 5) { review { stars by { email } } media { title rating } } closeWarehouse(code: "Warehouse-1") { open keeper { name } } }',
    'mutation { rename(id: "1", name: "a") { id } again: rename(id: "1", name: "b") { id email } }',
  ),
  'a way back to the root': of(
    'mutation { addBook(input: { title: "x" }) { book { title } query { ping latestTitle } } }',
    'mutation { addBook(input: { title: "x" }) { query { me { email } warehouses { code } } } }',
    'mutation { addBook(input: { title: "x" }) { query { __typename strictBook { rating } topReview { stars by { rank } } } } }',
  ),
  'what the API hides': of(
    '{ medias(first: 9) { nodes { __typename kind sequel { kind sequel { __typename kind } } } } }',
    '{ people { rank profile { ... on PrivateProfile { reason } } oldProfiles { ... on PrivateProfile { reason } } } }',
    '{ reviews { nodes { subject { kind title sequel { title } } } } }',
  ),
  'scalars of our own': of(
    '{ strictBook { meta } warehouses { extra lastCheck } }',
    '{ authors { books { meta home { extra lastCheck } } } }',
    '{ people { born profile { since } } }',
  ),
};

function of(...queries: readonly string[]): readonly Operation[] {
  return queries.map((query) => ({ query }));
}

function withEach(variable: string, queries: readonly string[]): readonly Operation[] {
  return queries.flatMap((query) => [true, false].map((value) => ({ query, variables: { [variable]: value } })));
}
