# syntax=docker/dockerfile:1
# The course as a container: built with Node, served by an unprivileged nginx. `docker compose up --build` starts it.

FROM node:24-bookworm-slim AS build
WORKDIR /course
# What to install changes seldom, the notes often: this layer is kept while only they change.
COPY package.json package-lock.json ./
RUN --mount=type=cache,target=/root/.npm npm ci --no-audit --no-fund
COPY . .
ARG CONTENT_DIR=content
ARG BASE_PATH=/
ARG SITE_URL=
ARG SYNC_URL=
RUN PRECOMPRESS=on npm run build -- --outDir "/site/$BASE_PATH" --emptyOutDir

# Debian's nginx is the one the tests start, and Debian has its brotli module.
FROM debian:bookworm-slim
RUN apt-get update \
  && apt-get install -y --no-install-recommends \
    curl=7.88.* \
    libnginx-mod-http-brotli-static=1.0.* \
    nginx=1.22.* \
  && rm -rf /var/lib/apt/lists/* /usr/share/nginx/html
COPY deploy /etc/nginx
COPY --from=build /site /usr/share/nginx/html
# Devices share a record through the server only where that was asked for; the volume begins with this folder and its owner.
ARG SYNC_URL=
RUN if [ -z "$SYNC_URL" ]; then rm /etc/nginx/sync.conf; fi \
  && install -d -o 33 -g 33 /var/lib/lecture-study/sync

# www-data by its number, which Kubernetes needs to see that it is not root.
USER 33:33
EXPOSE 8080
STOPSIGNAL SIGQUIT
ARG BASE_PATH=/
ENV BASE_PATH=$BASE_PATH
HEALTHCHECK --interval=30s --timeout=3s --start-period=5s \
  CMD curl --fail --silent --output /dev/null "http://127.0.0.1:8080/$BASE_PATH/"
# Nothing is written outside /tmp: run it with a read-only file system and a tmpfs there.
CMD ["nginx", "-g", "daemon off; pid /tmp/nginx.pid;"]
