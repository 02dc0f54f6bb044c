# syntax=docker/dockerfile:1

FROM node:22-bookworm-slim AS base
WORKDIR /app
ENV NEXT_TELEMETRY_DISABLED=1

# Everything, for the build.
FROM base AS build
COPY package.json package-lock.json .npmrc ./
COPY packages/plugin-imprimatur/package.json packages/plugin-imprimatur/
COPY packages/client/package.json packages/client/
RUN npm ci --include=dev
COPY . .
RUN node scripts/build.mjs

# What runs: without the tools of development.
FROM base AS packages
COPY package.json package-lock.json .npmrc ./
COPY packages/plugin-imprimatur/package.json packages/plugin-imprimatur/
COPY packages/client/package.json packages/client/
RUN npm ci --omit=dev && npm cache clean --force

FROM base AS run
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/app/data UPLOADS_DIR=/app/uploads
COPY --from=packages /app/node_modules ./node_modules
COPY --from=build /app/.next ./.next
COPY --from=build /app/.build ./.build
COPY --from=build /app/packages ./packages
COPY package.json next.config.ts ./
COPY demo ./demo
RUN mkdir -p data uploads && chown node:node data uploads
USER node
VOLUME ["/app/data", "/app/uploads"]
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/readyz').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--conditions=production", ".build/server/src/server/process/main.js"]
