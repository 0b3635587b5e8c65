/** A small federated API in two services, laid out like the repository. */
export const sampleSubgraphs: Readonly<Record<string, string>> = {
  'packages/subgraph/src/shared-schema.graphql': `
    extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable"])
    "A moment."
    scalar DateTime
    "What can be put right."
    type UserError @shareable { "For people." message: String! }
  `,
  'services/job/schema.graphql': `
    "What a company hires for."
    type Job @key(fields: "id") {
      "Opaque."
      id: ID!
      "Its name."
      title: String!
      "When it was opened."
      openedAt: DateTime
      "Where in its life it is."
      status: JobStatus!
    }
    "Where in its life a job is."
    enum JobStatus { "Not yet open." DRAFT "Takes applications." OPEN }
    "What makes a job."
    input CreateJobInput { "Its name." title: String! "Its part of the company." department: String }
    "What createJob answers."
    type CreateJobPayload { "The job." job: Job "What to put right." userErrors: [UserError!]! }
    type Mutation { "Makes a job." createJob(input: CreateJobInput!): CreateJobPayload! }
    type Query { "One job." job(id: ID!): Job }
  `,
  'services/candidate/schema.graphql': `
    "What a company hires for."
    type Job @key(fields: "id") {
      "Opaque."
      id: ID!
      "How many people applied."
      applicationCount: Int!
    }
    type Query { "How many people are known." candidateCount: Int! }
  `,
};
