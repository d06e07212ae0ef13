import type { Plugin } from 'vite';
import { hashedFiles, otherFiles, securityHeaders } from './securityHeaders.ts';

/** What the files of `hosting/` begin with. */
const notice = '# Written by `npm run hosting` from tools/hosting/securityHeaders.ts: change it there.';

/** Files for other servers than `npm start`, by name: each sends the same headers and keeps the same caches. */
export function hostingFiles(): Readonly<Record<string, string>> {
  const headers = Object.entries(securityHeaders());
  return { 'nginx.conf': nginx(headers), Caddyfile: caddy(headers), _headers: headersFile(headers) };
}

/** Writes `_headers` into the build, which is where Netlify and Cloudflare Pages look for it. */
export function headersInBuild(): Plugin {
  return {
    name: 'headers-in-build',
    apply: 'build',
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: '_headers', source: headersFile(Object.entries(securityHeaders())) });
    },
  };
}

type Headers = readonly (readonly [name: string, value: string])[];

function nginx(headers: Headers): string {
  return `${notice}
# For /etc/nginx/conf.d/. Set server_name and root; for https add a certificate: listen 443 ssl; ssl_certificate ...

# Files named after their content never change; the browser asks again for every other one.
map $uri $featherweight_cache {
    default "${otherFiles.cacheControl}";
    "~/${hashedFiles.folder}/[^/]+$" "${hashedFiles.cacheControl}";
}

server {
    listen 80;
    server_name featherweight.example;
    root /srv/featherweight/dist;

    # The compressed copies beside the files.
    gzip_static on;
    gzip_vary on;
    # With the brotli module (Debian: libnginx-mod-http-brotli-static):
    # brotli_static on;

    default_type application/octet-stream;
    location = /manifest.webmanifest {
        default_type application/manifest+json;
    }

    # What is missing is a 404, never the app. No add_header in a location: it would drop these.
    error_page 404 /404.html;
    location / {
        try_files $uri \${uri}index.html =404;
    }

    add_header Cache-Control $featherweight_cache always;
${headers.map(([name, value]) => `    add_header ${name} "${value}" always;`).join('\n')}
}
`;
}

function caddy(headers: Headers): string {
  return `${notice}
# Set the address and root. For a public name Caddy gets a certificate by itself; in a closed network add \`tls internal\`.

featherweight.example {
	root * /srv/featherweight/dist

	header {
${headers.map(([name, value]) => `\t\t${name} "${value}"`).join('\n')}
	}

	# Files named after their content never change; the browser asks again for every other one.
	@hashed {
		path */${hashedFiles.folder}/*
		file
	}
	@others not {
		path */${hashedFiles.folder}/*
		file
	}
	header @hashed Cache-Control "${hashedFiles.cacheControl}"
	header @others Cache-Control "${otherFiles.cacheControl}"
	@manifest path */manifest.webmanifest
	header @manifest Content-Type application/manifest+json

	# The compressed copies beside the files.
	file_server {
		precompressed br gzip
	}

	# What is missing is a 404, never the app.
	handle_errors {
		rewrite * /404.html
		file_server
	}
}
`;
}

/** Both hosts compress by themselves, and let the browser ask again for whatever no rule keeps. */
function headersFile(headers: Headers): string {
  return `${notice}
# For Netlify and Cloudflare Pages, which read it at the top of dist.

/*
${headers.map(([name, value]) => `  ${name}: ${value}`).join('\n')}

/${hashedFiles.folder}/*
  Cache-Control: ${hashedFiles.cacheControl}
`;
}
