// The Nu HTML checker over every page and drawing in one Java process, and over every style sheet in another:
// asked for both at once it counts the lines of pages from nought.

import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { filesOf, siteFolder } from "./site.mjs";
import { verdict } from "./verdict.mjs";

// The checker's CSS part lags behind the specifications. These exist; anything else unknown is a slip.
const AHEAD_OF_THE_CHECKER = [
  "container-type", "container-name", "container", "@container", // CSS Containment 3
  "@property", // CSS Properties and Values 1
  "@view-transition", "view-transition-name", // CSS View Transitions 1 and 2
  "interpolate-size", // CSS Values 5
  "paint-order", "vector-effect", // SVG 2
];

const folder = await siteFolder();
const pages = await filesOf(folder, ".html");
const drawings = await filesOf(folder, ".svg");
const styles = await filesOf(folder, ".css");
const messages = [
  ...(await check([...pages, ...drawings], "--also-check-svg")),
  ...(await check(styles, "--css")),
];

verdict("nu", { seen: pages.length, scope: `${pages.length} pages, ${drawings.length} drawings, ${styles.length} style sheets` },
  messages.filter((message) => !isAhead(message)).map(sentence));

async function check(files, kind) {
  if (files.length === 0) return [];
  const jar = join(dirname(createRequire(import.meta.url).resolve("vnu-jar/package.json")), "build/dist/vnu.jar");
  const scratch = await mkdtemp(join(tmpdir(), "nu-"));
  // Java reads its arguments from a file: thousands of paths don't fit on a command line.
  const list = join(scratch, "arguments");
  const options = ["-jar", jar, "--errors-only", "--format", "json", kind];
  const quoted = [...options, ...files.map((file) => join(folder, file))].map(
    (argument) => `"${argument.replace(/["\\]/g, "\\$&")}"`);
  await writeFile(list, quoted.join("\n"));
  try {
    return JSON.parse(await stderrOf("java", [`@${list}`])).messages;
  } finally {
    await rm(scratch, { recursive: true });
  }
}

function stderrOf(program, args) {
  return new Promise((done, failed) => {
    const child = spawn(program, args, { stdio: ["ignore", "ignore", "pipe"] });
    const chunks = [];
    child.stderr.on("data", (chunk) => chunks.push(chunk));
    child.on("error", () => failed(new Error("no `java` on the PATH: install Debian's package `default-jre-headless`")));
    child.on("close", () => done(Buffer.concat(chunks).toString()));
  });
}

function isAhead({ message }) {
  const unknown = /^CSS: (?:“([^”]+)”: Property .* doesn't exist|Unrecognized at-rule “([^”]+)”)/.exec(message);
  return unknown !== null && AHEAD_OF_THE_CHECKER.includes(unknown[1] ?? unknown[2]);
}

function sentence({ url, lastLine, message, extract }) {
  const file = url ? fileURLToPath(url.replace(/^file:\/*/, "file:///")).slice(folder.length + 1) : "(no file)";
  return `${file}:${lastLine ?? 0} ${message}${extract ? ` in \`${extract}\`` : ""}`;
}
