/**
 * Runs the package through the tools that users have: `python3 noxfile.py -s node-tools` installs them beside it.
 *
 * Each has to give `require` and every form of `import` the one object, whose records arrive.
 */

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { after, test } from "node:test";

import { PACKAGE, logOf } from "./run.mjs";

const MODULES = dirname(dirname(PACKAGE));
const FOLDER = mkdtempSync(join(dirname(MODULES), "tools-"));
after(() => rmSync(FOLDER, { recursive: true }));

const LINES = logOf("INFO", '"m"') + '::{"outputs":{"rows":3}}::\n';
const CHECK = `
  if (named !== Kestra || typeof all.counter !== "function") throw new Error("not one object");
  named.logger().info("m");
  all.outputs({ rows: 3 });`;
const SOURCES = {
  "import.mjs": `
    import Kestra, { Kestra as named } from "@kestra-io/libs";
    import * as all from "@kestra-io/libs";
    ${CHECK}`,
  "require.cjs": `
    const Kestra = require("@kestra-io/libs");
    const { Kestra: named, ...all } = Kestra;
    ${CHECK}`,
  "import.ts": `
    import Kestra from "@kestra-io/libs";
    import { Kestra as named } from "@kestra-io/libs";
    import * as all from "@kestra-io/libs";
    ${CHECK}`,
  "require.cts": `
    import Kestra = require("@kestra-io/libs");
    import { Kestra as named } from "@kestra-io/libs";
    import * as all from "@kestra-io/libs";
    ${CHECK}`,
};
const ROLLUP = `
  import commonjs from "@rollup/plugin-commonjs";
  import resolve from "@rollup/plugin-node-resolve";
  export default { plugins: [resolve(), commonjs()], external: [/^node:/] };`;
for (const [name, source] of Object.entries({ ...SOURCES, "rollup.config.mjs": ROLLUP, "package.json": "{}" })) {
  writeFileSync(join(FOLDER, name), source);
}

/** Run a program that is installed beside the package, or Node, and return what it printed. */
function run(program, ...args) {
  const path = program === "node" ? process.execPath : join(MODULES, ".bin", program);
  const { status, stdout, stderr } = spawnSync(path, args, { cwd: FOLDER, encoding: "utf8" });
  assert.equal(status, 0, `${program} ${args.join(" ")}: ${stdout}${stderr}`);
  return stdout;
}

for (const source of ["import.mjs", "require.cjs"]) {
  for (const [about, output, build] of [
    ["esbuild, to CommonJS", "out.cjs", ["esbuild", source, "--bundle", "--platform=node", "--outfile=out.cjs"]],
    [
      "esbuild, to an ES module",
      "out.mjs",
      ["esbuild", source, "--bundle", "--platform=node", "--format=esm", "--minify", "--outfile=out.mjs"],
    ],
    [
      "rollup, to CommonJS",
      "out.cjs",
      ["rollup", "-c", "rollup.config.mjs", "-i", source, "-f", "cjs", "-o", "out.cjs"],
    ],
    [
      "rollup, to an ES module",
      "out.mjs",
      ["rollup", "-c", "rollup.config.mjs", "-i", source, "-f", "es", "-o", "out.mjs"],
    ],
    ["webpack", "out/main.js", ["webpack", "--mode=production", "--target=node", `--entry=./${source}`, "-o", "out"]],
    ["ncc", `ncc/index.${source.split(".")[1]}`, ["ncc", "build", source, "-o", "ncc"]],
    ["bun build", "out.mjs", ["bun", "build", source, "--target=node", "--outfile=out.mjs"]],
  ]) {
    test(`${source} works when it is bundled by ${about}`, () => {
      run(...build);

      assert.equal(run("node", output), LINES);
    });
  }

  for (const [about, command] of [
    ["Node", ["node"]],
    ["Bun", ["bun"]],
    ["Deno", ["deno", "run", "--allow-all", "--node-modules-dir=manual"]],
  ]) {
    test(`${source} works on ${about}`, () => {
      assert.equal(run(...command, source), LINES);
    });
  }
}

const STRICT = ["--strict", "--target", "es2022", "--types", "node", "--typeRoots", join(MODULES, "@types")];

for (const [source, ...options] of [
  ["import.ts", "--module", "commonjs", "--moduleResolution", "node10", "--esModuleInterop"],
  ["import.ts", "--module", "node16"],
  ["import.ts", "--module", "nodenext"],
  ["require.cts", "--module", "node16"],
  ["require.cts", "--module", "nodenext"],
  ["require.cts", "--module", "commonjs", "--moduleResolution", "node10", "--esModuleInterop", "false"],
]) {
  test(`TypeScript compiles ${source}, and it works: ${options.join(" ")}`, () => {
    run("tsc", ...STRICT, ...options, source);

    assert.equal(run("node", source.replace("ts", "js")), LINES);
  });
}

for (const options of [
  ["--module", "esnext", "--moduleResolution", "bundler"],
  ["--module", "preserve"],
]) {
  test(`TypeScript accepts import.ts for a bundler: ${options.join(" ")}`, () => {
    run("tsc", "--noEmit", ...STRICT, ...options, "import.ts");
  });
}

const MOCKED = (mock) => `
  test("records arrive, and a mock of process.stdout.write gets them", () => {
    ${CHECK}
    const write = ${mock}.spyOn(process.stdout, "write").mockReturnValue(true);
    Kestra.outputs({ rows: 4 });
    const [[line]] = write.mock.calls;
    write.mockRestore();
    expect(line).toBe('::{"outputs":{"rows":4}}::\\n');
  });`;

const AUTOMATIC = `
  test("a mock that the runner makes stands for the package, outside Kestra, too", () => {
    Kestra.counter("rows", 3);
    expect(Kestra.counter).toHaveBeenCalledWith("rows", 3);
  });`;

for (const [about, name, source, ...command] of [
  ["jest", "require.test.js", SOURCES["require.cjs"].replace(CHECK, MOCKED("jest")), "jest", "require.test.js"],
  ["jest, by Babel", "import.test.js", SOURCES["import.mjs"].replace(CHECK, MOCKED("jest")), "jest", "import.test.js"],
  [
    "vitest",
    "import.spec.mjs",
    `import { expect, test, vi } from "vitest";${SOURCES["import.mjs"].replace(CHECK, MOCKED("vi"))}`,
    "vitest",
    "run",
    "import.spec.mjs",
  ],
]) {
  test(`the package works in ${about}`, () => {
    writeFileSync(join(FOLDER, name), source);
    if (about === "jest, by Babel") {
      const presets = [["@babel/preset-env", { targets: { node: "current" } }]];
      writeFileSync(join(FOLDER, "babel.config.json"), JSON.stringify({ presets }));
    }
    assert.ok(run(...command).includes('::{"outputs":{"rows":3}}::\n'));
  });
}

for (const [about, name, source, ...command] of [
  [
    "jest",
    "automatic.test.js",
    `jest.mock("@kestra-io/libs"); const Kestra = require("@kestra-io/libs");${AUTOMATIC}`,
    "jest",
  ],
  [
    "vitest",
    "automatic.spec.mjs",
    `import Kestra from "@kestra-io/libs"; import { expect, test, vi } from "vitest"; vi.mock("@kestra-io/libs");${AUTOMATIC}`,
    "vitest",
    "run",
  ],
]) {
  test(`${about} mocks the package automatically`, () => {
    writeFileSync(join(FOLDER, name), source);
    run(...command, name);
  });
}

test("no record is lost at process.exit on Bun", () => {
  writeFileSync(
    join(FOLDER, "flood.mjs"),
    `import Kestra from "@kestra-io/libs";
     for (let i = 0; i < 20_000; i++) Kestra.log("INFO", "m");
     process.exit(0);`,
  );
  const command = `"${join(MODULES, ".bin", "bun")}" flood.mjs | { sleep 1; wc -l; }`;

  assert.equal(spawnSync("sh", ["-c", command], { cwd: FOLDER, encoding: "utf8" }).stdout.trim(), "20000");
});

for (const command of ["bun", "deno run --allow-all --node-modules-dir=manual"]) {
  test(`records of four processes never mix on ${command.split(" ")[0]}`, () => {
    writeFileSync(
      join(FOLDER, "sender.mjs"),
      `import Kestra from "@kestra-io/libs";
       for (let i = 0; i < 500; i++) Kestra.log("INFO", "x".repeat(1_500));`,
    );
    const sender = `"${join(MODULES, ".bin")}"/${command} sender.mjs`;
    const all = `(for i in 1 2 3 4; do ${sender} & done; wait) | { sleep 1; cat; }`;
    const { stdout } = spawnSync("sh", ["-c", all], { cwd: FOLDER, encoding: "utf8", maxBuffer: 1e8 });

    assert.equal(stdout, logOf("INFO", `"${"x".repeat(1_500)}"`).repeat(2_000));
  });
}

for (const [program, ...args] of [
  ["publint", "run"],
  ["attw", "--pack"],
]) {
  test(`${program} finds no problem in the package`, () => {
    run(program, ...args, PACKAGE);
  });
}
