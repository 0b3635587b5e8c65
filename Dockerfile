# syntax=docker/dockerfile:1
# One image for every process of Hiregraph; docker-compose.yml says which of them a container runs.

FROM node:24-bookworm-slim AS manifests
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY packages/kernel/package.json packages/kernel/
COPY packages/contracts/package.json packages/contracts/
COPY packages/storage/package.json packages/storage/
COPY packages/messaging/package.json packages/messaging/
COPY packages/subgraph/package.json packages/subgraph/
COPY packages/testkit/package.json packages/testkit/
COPY services/job/package.json services/job/
COPY services/candidate/package.json services/candidate/
COPY services/evaluation/package.json services/evaluation/
COPY gateway/package.json gateway/
COPY platform/package.json platform/
COPY tools/package.json tools/

FROM manifests AS build
RUN npm ci
COPY . .
RUN npm run build

FROM manifests AS production
# What only tests and builds need would bring its own dependencies along.
RUN rm -r packages/testkit tools && npm ci --omit=dev --workspace=platform --workspace=gateway \
  --workspace=services/job --workspace=services/candidate --workspace=services/evaluation

FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4000
# A young generation that takes in what the requests of a moment leave, as npm start has it; some 100 MB under load.
ENV NODE_OPTIONS=--max-semi-space-size=64
WORKDIR /app
COPY --from=production /app ./
COPY --from=build /app/packages/kernel/dist packages/kernel/dist
COPY --from=build /app/packages/contracts/dist packages/contracts/dist
COPY --from=build /app/packages/storage/dist packages/storage/dist
COPY --from=build /app/packages/messaging/dist packages/messaging/dist
COPY --from=build /app/packages/subgraph/dist packages/subgraph/dist
COPY --from=build /app/services/job/dist services/job/dist
COPY --from=build /app/services/candidate/dist services/candidate/dist
COPY --from=build /app/services/evaluation/dist services/evaluation/dist
COPY --from=build /app/gateway/dist gateway/dist
COPY --from=build /app/platform/dist platform/dist
COPY services/job/schema.graphql services/job/
COPY services/candidate/schema.graphql services/candidate/
COPY services/evaluation/schema.graphql services/evaluation/
COPY gateway/supergraph.graphql gateway/
# Where the embedded engines keep their data; unused with MONGODB_URL and KAFKA_BROKERS.
ENV DATA_DIR=/data
RUN mkdir /data && chown node:node /data
VOLUME /data
USER node
EXPOSE 4000
CMD ["node", "platform/dist/main.js"]
