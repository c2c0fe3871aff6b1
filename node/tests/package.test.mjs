import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

import { PACKAGE, PROJECT, logOf, runCommand, run, stdoutOf } from "./run.mjs";

async function runFile(name, source) {
  const path = join(PROJECT, name);
  writeFileSync(path, source);
  return runCommand(process.execPath, [path]);
}

test("require returns the object itself, without a warning", async () => {
  const source = `
    const Kestra = require("@kestra-io/libs");
    const logger = Kestra.logger();
    logger.debug("Hello World from logs!");
    logger.info("Hello World!");`;

  assert.deepEqual(await runFile("require.cjs", source), {
    stdout: logOf("DEBUG", '"Hello World from logs!"') + logOf("INFO", '"Hello World!"'),
    stderr: "",
    status: 0,
  });
});

test("import gives the same object by default, by name and by require", async () => {
  const source = `
    import { createRequire } from "node:module";
    import Kestra, { Kestra as named } from "@kestra-io/libs";
    console.log(Kestra === named, Kestra === createRequire(import.meta.url)("@kestra-io/libs"));`;

  assert.equal((await runFile("import.mjs", source)).stdout, "true true\n");
});

test("import() gives the same object", async () => {
  assert.equal(await stdoutOf('console.log((await import("@kestra-io/libs")).default === Kestra)'), "true\n");
});

test("loading the package writes nothing and touches no stream", async () => {
  assert.deepEqual(await run(""), { stdout: "", stderr: "", status: 0 });
});

test("all files of the package are published, and no others", () => {
  const { exports, files, main, types } = JSON.parse(readFileSync(join(PACKAGE, "package.json"), "utf8"));
  const sources = readdirSync(PACKAGE).filter(
    (name) => !["LICENSE", "README.md", "node_modules", "package.json", "tests"].includes(name),
  );

  assert.deepEqual(files, sources.sort());
  for (const [path, { types, default: file }] of targetsOf(exports)) {
    assert.ok(existsSync(join(PACKAGE, types)) && existsSync(join(PACKAGE, file)), path);
  }
  assert.deepEqual([main, types], Object.values(exports["."].require).reverse());
});

/** Return the pairs of a path and its conditions, `types` first, of what a package exports, its `package.json` aside. */
function targetsOf(exports) {
  const targets = Object.entries(exports).flatMap(([path, target]) => {
    return typeof target === "string" ? [] : "default" in target ? [[path, target]] : targetsOf(target);
  });
  for (const [, target] of targets) assert.deepEqual(Object.keys(target), ["types", "default"]);
  return targets;
}

test("the package has no dependencies and no install script", () => {
  const package_ = JSON.parse(readFileSync(join(PACKAGE, "package.json"), "utf8"));

  assert.deepEqual(package_.dependencies, undefined);
  assert.deepEqual(Object.keys(package_.scripts), ["test"]);
});
