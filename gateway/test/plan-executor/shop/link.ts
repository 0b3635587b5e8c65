/** What every subgraph of the shop says first. */
export const LINK = /* GraphQL */ `
  extend schema
    @link(
      url: "https://specs.apollo.dev/federation/v2.9"
      import: ["@key", "@shareable", "@inaccessible", "@external", "@requires", "@provides", "@interfaceObject"]
    )
`;
