/** Runs scripts in real processes, against the package as `npm install` puts it on a disk. */

import { spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** The directory of the package under test: this one, or where the tests have been copied to, the one installed there. */
export const PACKAGE = dirname(createRequire(import.meta.url).resolve("@kestra-io/libs"));
const { name, files } = JSON.parse(readFileSync(join(PACKAGE, "package.json"), "utf8"));

/** A directory of a user's, who has installed the package; it is gone when the tests are done. */
export const PROJECT = mkdtempSync(join(tmpdir(), "kestra-"));
const installed = join(PROJECT, "node_modules", name);
mkdirSync(installed, { recursive: true });
for (const file of ["package.json", ...files]) {
  cpSync(join(PACKAGE, file), join(installed, file), { recursive: true });
}
process.on("exit", () => rmSync(PROJECT, { recursive: true }));

// What a terminal, or `node --test` in one, sets for colours changes what scripts print.
const { FORCE_COLOR, NO_COLOR, NODE_OPTIONS, ...ENVIRONMENT } = process.env;

let scripts = 0;

/** Write a script into the project and return its path; it has `Kestra` already, by `import`. */
export function scriptFile(source) {
  const path = join(PROJECT, `script-${++scripts}.mjs`);
  writeFileSync(path, `import Kestra from "@kestra-io/libs";\n${source}\n`);
  return path;
}

/** Run a script to its end; return what it has written, and its exit status. */
export function run(source, ...args) {
  return runCommand(process.execPath, [scriptFile(source), ...args]);
}

/** Run a script with its path in `$SCRIPT` of a shell's command line, which says where its streams go. */
export function runInShell(commandLine, source) {
  return runCommand("bash", ["-c", commandLine], { NODE: process.execPath, SCRIPT: scriptFile(source) });
}

export async function runCommand(command, args, environment = {}) {
  const child = spawn(command, args, { cwd: PROJECT, env: { ...ENVIRONMENT, ...environment } });
  const text = { stdout: "", stderr: "" };
  for (const stream of ["stdout", "stderr"]) {
    child[stream].setEncoding("utf8").on("data", (chunk) => (text[stream] += chunk));
  }
  const status = await new Promise((resolve, reject) => child.on("error", reject).on("close", resolve));
  return { ...text, status };
}

/** Return what a script wrote to standard output, having checked that all went well. */
export async function stdoutOf(source, ...args) {
  const { stdout, stderr, status } = await run(source, ...args);
  if (stderr !== "" || status !== 0) throw new Error(`status ${status}: ${stderr}`);
  return stdout;
}

/** Return the message that a script sent, alone, at INFO. */
export async function messageOf(source) {
  const [, json] = (await stdoutOf(source)).match(/^::(\{"logs":\[\{"level":"INFO",.*\})::\n$/);
  return JSON.parse(json)
    .logs.map((entry) => entry.message)
    .join("");
}

/** Return the line of one log. */
export function logOf(level, json) {
  return `::{"logs":[{"level":"${level}","message":${json}}]}::\n`;
}
