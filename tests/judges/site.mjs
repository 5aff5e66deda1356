// A built site as the judges see it: a folder of files, served on loopback.

import { createReadStream } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize, resolve } from "node:path";
import { pathToFileURL } from "node:url";

/** The folder named on the command line. A judge without one can only say how it is used. */
export async function siteFolder() {
  const folder = process.argv[2];
  const isFolder = folder && (await stat(folder).then((it) => it.isDirectory(), () => false));
  if (isFolder) return resolve(folder);
  console.error(folder ? `not a folder: \`${folder}\`` : `usage: node ${process.argv[1]} SITE`);
  process.exit(2);
}

/** Every file, relative to the folder, with forward slashes, in a fixed order. */
export async function filesOf(folder, ...endings) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(folder.length + 1))
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => endings.length === 0 || endings.some((ending) => path.endsWith(ending)))
    .sort();
}

export const pagesOf = (folder) => filesOf(folder, ".html");

/** Whether a host shows this page for addresses that lead nowhere. Its links are absolute, so it holds together only there. */
export const isLost = (page) => page.endsWith("404.html");

/** Whether it is a chart by itself, for other sites to show in a frame: it has no menu, and its case is its other half. */
export const isEmbedded = (page) => page.includes("/embed/");

/** One page of each kind: ids and page numbers differ, the folder and what follows it don't. */
export const onePageOfEachKind = (pages) => someOfEachKind(pages, 1);

/** At most so many pages of each kind, taken from all over it. */
export function someOfEachKind(pages, most) {
  const kinds = new Map();
  for (const page of pages) {
    const parts = page.split("/");
    const hasId = parts.length > 2 && parts.at(-1) !== "index.html";
    const kind = hasId ? [...parts.slice(0, 2), parts.length].join("/") : page;
    kinds.set(kind, [...(kinds.get(kind) ?? []), page]);
  }
  const spread = (all) => all.filter((_, at) => Math.floor((at * most) / all.length) !== Math.floor(((at - 1) * most) / all.length));
  return [...kinds.values()].flatMap((all) => (all.length > most ? spread(all) : all));
}

const TYPES = {
  ".css": "text/css",
  ".csv": "text/csv",
  ".html": "text/html; charset=utf-8",
  ".jpg": "image/jpeg",
  ".js": "text/javascript",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json",
  ".webp": "image/webp",
  ".xml": "application/xml",
};

/**
 * Serves the folder on a free loopback port below `/a/b/`: a link that only works at the root of a
 * host then leads nowhere. There is no default document either: `cases/` is not found.
 */
export async function serve(folder) {
  const under = "/a/b/";
  const server = createServer((request, response) => {
    // Chromium asks for this by itself; it says nothing about the page.
    if (request.url === "/favicon.ico") return response.writeHead(204).end();
    const path = decodeURIComponent(new URL(request.url, "http://loopback").pathname);
    const file = join(folder, normalize(path.slice(under.length)));
    const stream = path.startsWith(under) ? createReadStream(file) : null;
    const notFound = () => response.writeHead(404).end();
    if (!stream) return notFound();
    stream.on("error", notFound);
    stream.on("open", () => {
      response.writeHead(200, { "content-type": TYPES[extname(file)] ?? "application/octet-stream" });
      stream.pipe(response);
    });
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    home: `http://127.0.0.1:${server.address().port}${under}`,
    close: () => new Promise((closed) => {
      server.close(closed);
      server.closeAllConnections();
    }),
  };
}

/** The folder's address on disk, with the closing slash that makes it a base. */
export const onDisk = (folder) => pathToFileURL(`${folder}/`).href;

/** The address of a page below `base`; a file name may hold anything, an address may not. */
export const addressOf = (base, page) => base + page.split("/").map(encodeURIComponent).join("/");
