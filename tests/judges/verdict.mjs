// How a judge speaks: its findings, one a line, then one line that sums up.

// A fault in the page frame shows on every page; the first lines say what there is to mend.
const SHOWN = 200;

/** Prints the findings and sets the exit code. A judge that saw nothing has found nothing out. */
export function verdict(judge, { seen, scope }, findings) {
  const all = seen > 0 ? findings : [`${judge}: nothing to judge: the folder has no HTML page`];
  for (const finding of all.slice(0, SHOWN)) console.log(finding.replace(/\s+/g, " ").trim());
  if (all.length > SHOWN) console.log(`… and ${all.length - SHOWN} more`);
  console.log(`${judge}: ${scope}, ${all.length} findings`);
  process.exitCode = all.length > 0 ? 1 : 0;
}
