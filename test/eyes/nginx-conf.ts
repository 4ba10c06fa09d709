import { readFileSync } from 'node:fs';
import path from 'node:path';

import { repositoryRoot } from '../architecture/source-file.ts';

/** The proxy's own file as it is deployed, and what a machine without a certificate and a second node has instead. */
export function nginxConf(settings: {
  readonly folder: string;
  readonly port: number;
  readonly nodePort: number;
}): string {
  const { folder, port, nodePort } = settings;
  const deployed = readFileSync(path.join(repositoryRoot, 'docs/deployment/nginx.conf'), 'utf8');
  const here = deployed
    .replace(/server \{\n {2}listen 80;[\s\S]*?\n\}\n/, '')
    .replace(
      / {2}server 127\.0\.0\.1:4001[^\n]*\n {2}server 127\.0\.0\.1:4002[^\n]*\n/,
      `  server 127.0.0.1:${nodePort} max_fails=0;\n`,
    )
    .replace(/ {2}listen 443 ssl http2;/, `  listen 127.0.0.1:${port} backlog=4096;`)
    .replace(/ {2}(ssl_|add_header Strict)[^\n]*\n/g, '')
    // A thousand readers from one address are a crowd here and would be a flood there.
    .replace(/ {2}limit_(conn|req) [^\n]*\n/g, '')
    .replaceAll('/var/cache/nginx/yavka', `${folder}/cache`);
  // Started by root, its workers would be somebody who may not enter the folder.
  const user = process.getuid?.() === 0 ? 'user root;\n' : '';
  return `${user}daemon off;
error_log ${folder}/error.log warn;
pid ${folder}/nginx.pid;
worker_processes 1;
worker_rlimit_nofile 8192;
events { worker_connections 4096; }
http {
  client_body_temp_path ${folder}/body;
  proxy_temp_path ${folder}/proxy;
  fastcgi_temp_path ${folder}/fastcgi;
  uwsgi_temp_path ${folder}/uwsgi;
  scgi_temp_path ${folder}/scgi;
  log_format eyes '$upstream_cache_status|$upstream_status|$status|$uri';
  access_log ${folder}/access.log eyes;
${here}
}
`;
}
