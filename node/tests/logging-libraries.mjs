/**
 * Captures the libraries themselves, the newest of each and the major version before: `python3 noxfile.py -s node-tools`.
 *
 * The modules of the major versions before are installed as `NAME-previous`.
 */

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { after, test } from "node:test";

import { PACKAGE } from "./run.mjs";

const MODULES = dirname(dirname(PACKAGE));
const FOLDER = mkdtempSync(join(dirname(MODULES), "logging-"));
after(() => rmSync(FOLDER, { recursive: true }));

const NODE = [process.execPath, "--import", "@kestra-io/libs/capture"];
const STACK = "\n    at …";

/** Run a script with capture; return what each stream has, `LEVEL message` for a record, and the status. */
function capture(source, [program, ...options] = NODE, environment = {}) {
  const path = join(FOLDER, "script.cjs");
  writeFileSync(path, source);
  const { FORCE_COLOR, NO_COLOR, NODE_OPTIONS, CI, ...inherited } = process.env;
  const { stdout, stderr, status } = spawnSync(program, [...options, path], {
    cwd: FOLDER,
    encoding: "utf8",
    env: { ...inherited, ...environment },
  });
  return { stdout: linesOf(stdout), stderr: linesOf(stderr), status };
}

function linesOf(text) {
  return text.split("\n").filter(Boolean).map(lineOf);
}

function lineOf(line) {
  if (!line.startsWith("::{")) return line;
  const [{ level, message }] = JSON.parse(line.slice(2, -2)).logs;
  return `${level} ${stable(message)}`;
}

/** Return a message without what differs from run to run. */
function stable(message) {
  return message
    .replace(/(\n *at [^\n]*)+/g, STACK)
    .replace(/\d{4}-\d\d-\d\d[T ][\d:.]+Z?/g, "TIME")
    .replace(/\d\d?\/\d\d?\/\d{4}, [\d:]+ [AP]M/g, "TIME")
    .replace(/\[Nest\] \d+/, "[Nest] PID")
    .replaceAll(FOLDER, "");
}

/** Define a test of a library in its newest version and the one before, by each way to start capture. */
function testLibrary(
  name,
  about,
  source,
  { stdout = [], stderr = [], status = 3 },
  modules = [name, `${name}-previous`],
) {
  for (const module of modules) {
    for (const option of ["--import", "--require"]) {
      test(`${about} of ${module} are records, by ${option}`, () => {
        const script = source.replaceAll("MODULE", JSON.stringify(module));
        const command = [process.execPath, option, "@kestra-io/libs/capture"];

        assert.deepEqual(capture(`${script}\nprocess.exit(3);`, command), { stdout, stderr, status });
      });
    }
  }
}

testLibrary(
  "pino",
  "entries",
  `const log = require(MODULE)({ level: "trace" });
   log.trace("t"); log.debug("d"); log.info({ rows: 3 }, "i"); log.warn("0 errors"); log.fatal("two\\nlines");
   log.error({ err: new TypeError("boom"), rows: 3 }, "failed");`,
  {
    stdout: [
      "TRACE t",
      "DEBUG d",
      'INFO i {"rows":3}',
      "WARN 0 errors",
      "ERROR two\nlines",
      `ERROR failed {"rows":3}\nTypeError: boom${STACK}`,
    ],
  },
);

testLibrary(
  "pino",
  "entries of a worker thread",
  `const log = require(MODULE)({ transport: { target: "pino/file", options: { destination: 1 } } });
   log.warn({ rows: 3 }, "w"); log.error(new Error("boom"));`,
  { stdout: ['WARN w {"rows":3}', `ERROR boom\nError: boom${STACK}`] },
);

testLibrary(
  "pino",
  "entries on standard error",
  `const pino = require(MODULE);
   const log = pino(pino.destination(2)); log.info("i"); log.error("e");`,
  { stderr: ["INFO i", "ERROR e"] },
);

testLibrary(
  "pino-pretty",
  "coloured lines",
  `const log = require("pino")({ level: "debug" }, require(MODULE)({ colorize: true, sync: true, ignore: "pid,time,hostname" }));
   log.debug("d"); log.warn({ rows: 3 }, "w");`,
  { stdout: ["DEBUG DEBUG: d", "WARN WARN: w\n    rows: 3"] },
  ["pino-pretty"],
);

testLibrary(
  "fastify",
  "entries",
  `const app = require(MODULE)({ logger: true, disableRequestLogging: true });
   app.log.warn({ rows: 3 }, "0 errors"); app.log.error(new Error("boom"));`,
  { stdout: ['WARN 0 errors {"rows":3}', `ERROR boom\nError: boom${STACK}`] },
);

testLibrary(
  "winston",
  "lines of JSON",
  `const { createLogger, format, transports } = require(MODULE);
   const log = createLogger({ level: "silly", transports: [new transports.Console()], format: format.combine(format.errors({ stack: true }), format.json()) });
   log.silly("s"); log.verbose("v"); log.info("i", { rows: 3 }); log.warn("two\\nlines"); log.error(new Error("boom"));`,
  { stdout: ["TRACE s", "DEBUG v", 'INFO i {"rows":3}', "WARN two\nlines", `ERROR boom\nError: boom${STACK}`] },
  ["winston"],
);

testLibrary(
  "winston",
  "coloured lines",
  `const { createLogger, format, transports } = require(MODULE);
   const line = format.printf(({ level, message, stack }) => level + ": " + (stack ?? message));
   const log = createLogger({ transports: [new transports.Console({ stderrLevels: ["error"] })], format: format.combine(format.errors({ stack: true }), format.colorize(), line) });
   log.info("i"); log.warn("w"); log.error(new Error("boom"));`,
  { stdout: ["INFO info: i", "WARN warn: w"], stderr: [`ERROR error: Error: boom${STACK}`] },
  ["winston"],
);

testLibrary(
  "winston-previous",
  "entries",
  `const { Logger, transports } = require(MODULE);
   const log = new Logger({ level: "silly", transports: [new transports.Console()] });
   log.silly("s"); log.info("i", { rows: 3 }); log.warn("w"); log.error(new Error("boom"));`,
  {
    stdout: ["TRACE silly: s", "INFO info: i rows=3", "WARN warn: w"],
    stderr: [`ERROR error:  message=boom, stack=Error: boom${STACK}`],
  },
  ["winston-previous"],
);

testLibrary(
  "bunyan",
  "entries",
  `const log = require(MODULE).createLogger({ name: "app", level: "trace" });
   log.trace("t"); log.info({ rows: 3 }, "i"); log.warn("two\\nlines"); log.fatal("f"); log.error(new Error("boom"));`,
  {
    stdout: [
      'TRACE t {"name":"app","v":0}',
      'INFO i {"name":"app","rows":3,"v":0}',
      'WARN two\nlines {"name":"app","v":0}',
      'ERROR f {"name":"app","v":0}',
      `ERROR boom {"name":"app","v":0}\nError: boom${STACK}`,
    ],
  },
);

testLibrary(
  "log4js",
  "coloured lines",
  `const log = require(MODULE).getLogger("app"); log.level = "all";
   log.trace("t"); log.info("i", { rows: 3 }); log.warn("two\\nlines"); log.fatal("0 errors"); log.error("failed", new Error("boom"));`,
  {
    stdout: [
      "TRACE [TIME] [TRACE] app - t",
      "INFO [TIME] [INFO] app - i { rows: 3 }",
      "WARN [TIME] [WARN] app - two\nlines",
      "ERROR [TIME] [FATAL] app - 0 errors",
      `ERROR [TIME] [ERROR] app - failed Error: boom${STACK}`,
    ],
  },
);

testLibrary(
  "consola",
  "badges",
  `const log = require(MODULE);
   log.log("l"); log.warn("w"); log.fatal("f"); log.error(new Error("boom"));`,
  { stdout: ["l"], stderr: ["WARN  WARN  w", "ERROR  FATAL  f", `ERROR  ERROR  boom\n${STACK}`] },
);

for (const module of ["consola", "consola-previous"]) {
  test(`plain lines of ${module}, as in CI, are records`, () => {
    const source = `
      const log = require("${module}");
      log.info("i"); log.success("s"); log.withTag("app").warn("w"); log.error(new Error("boom"));`;
    const tagged = module === "consola" ? "[warn] [app] w" : "[app] w";
    const { stdout, stderr } = capture(source, NODE, { CI: "1" });

    if (module === "consola") {
      assert.deepEqual(stdout, ["INFO [info] i", "INFO [success] s"]);
      assert.deepEqual(stderr, [`WARN ${tagged}`, `ERROR [error] boom${STACK}`]);
    } else assert.match(stderr.at(-1), /^ERROR .*boom/);
  });
}

const TSLOG = `
  const { Logger } = require(MODULE);
  const log = new Logger({ type: "json", name: "app" });
  log.silly("s"); log.info("i", { rows: 3 }); log.warn("two\\nlines"); log.fatal("0 errors"); log.error("failed", new Error("boom"));`;

testLibrary(
  "tslog",
  "lines of JSON",
  TSLOG,
  {
    stdout: ["TRACE s", 'INFO i {"rows":3}', "WARN two\nlines", "ERROR 0 errors", `ERROR failed\nError: boom${STACK}`],
  },
  ["tslog"],
);

testLibrary(
  "tslog-previous",
  "lines of JSON",
  TSLOG,
  {
    stdout: ["TRACE s", 'INFO i {"1":{"rows":3}}'],
    stderr: ["WARN two\nlines", "ERROR 0 errors", `ERROR failed\nError: boom${STACK}`],
  },
  ["tslog-previous"],
);

for (const [module, options] of [
  ["tslog", '{ stack: { capture: "off" } }'],
  ["tslog-previous", "{ hideLogPositionForProduction: true }"],
]) {
  testLibrary(
    module,
    "coloured lines",
    `const { Logger } = require(MODULE);
     const log = new Logger(${options});
     log.trace("t"); log.info("two\\nlines");`,
    { stdout: ["TRACE TIME\tTRACE\t\tt", "INFO TIME\tINFO\t\ttwo\nlines"] },
    [module],
  );
}

testLibrary(
  "signale",
  "badges",
  `const log = require(MODULE);
   log.debug("d"); log.success("s"); log.log("l"); log.warn("w"); log.fatal("f"); log.error(new Error("boom"));`,
  {
    stdout: [
      "DEBUG ⬤  debug     d",
      "INFO ✔  success   s",
      "l",
      "WARN ⚠  warning   w",
      "ERROR ✖  fatal     f",
      `ERROR ✖  error     Error: boom ${STACK}`,
    ],
  },
  ["signale"], // there is one major version
);

testLibrary(
  "debug",
  "lines",
  `const debug = require(MODULE); debug.enable("app:*");
   debug("app:db")("%d rows", 3); debug("app:db")("two\\nlines"); debug("app:db")(new Error("boom")); debug("lib")("hidden");`,
  { stderr: ["DEBUG TIME app:db 3 rows", "DEBUG TIME app:db two\nlines", `DEBUG TIME app:db Error: boom${STACK}`] },
);

testLibrary(
  "nestjs",
  "entries",
  `const { Logger } = require(MODULE);
   const log = new Logger("App");
   log.verbose("v"); log.debug("d"); log.log("two\\nlines"); log.warn("0 errors"); log.error("failed", new Error("boom").stack);`,
  {
    stdout: [
      "DEBUG [Nest] PID  - TIME VERBOSE [App] v",
      "DEBUG [Nest] PID  - TIME   DEBUG [App] d",
      "INFO [Nest] PID  - TIME     LOG [App] two\nlines",
      "WARN [Nest] PID  - TIME    WARN [App] 0 errors",
    ],
    stderr: [`ERROR [Nest] PID  - TIME   ERROR [App] failed\nError: boom${STACK}`],
  },
);

testLibrary(
  "nestjs",
  "lines of JSON",
  `const { ConsoleLogger } = require(MODULE);
   const log = new ConsoleLogger("App", { json: true, colors: false });
   log.log("i"); log.warn("w"); log.error("failed", new Error("boom").stack);`,
  {
    stdout: ['INFO i {"context":"App"}', 'WARN w {"context":"App"}'],
    stderr: [`ERROR failed {"context":"App"}\nError: boom${STACK}`],
  },
);

test("entries of several loggers, of console and an uncaught error keep their order", () => {
  const source = `
    const { createLogger, format, transports } = require("winston");
    require("pino")().info("1");
    createLogger({ transports: [new transports.Console()], format: format.simple() }).warn("2");
    console.log("3");
    require("log4js").getLogger().error("none"); // its default level is off
    require("bunyan").createLogger({ name: "a" }).warn("4");
    throw new Error("boom");`;

  assert.deepEqual(capture(source), {
    stdout: ["INFO 1", "WARN warn: 2", "INFO 3", 'WARN 4 {"name":"a","v":0}'],
    stderr: [`ERROR Error: boom${STACK}`],
    status: 1,
  });
});

for (const [runtime, ...command] of [
  ["Bun", join(MODULES, ".bin", "bun"), "--preload", "@kestra-io/libs/capture"],
  [
    "Deno",
    join(MODULES, ".bin", "deno"),
    "run",
    "--allow-all",
    "--node-modules-dir=manual",
    `--preload=${join(PACKAGE, "capture", "index.js")}`,
  ],
]) {
  test(`streams, descriptors and loggers are captured on ${runtime}`, () => {
    const source = `
      process.stdout.write("WARN: a\\n");
      process.stdout.write("text\\n");
      console.log("b");
      require("fs").writeSync(1, "ERROR: c\\n");
      require("pino")().info("d");
      console.warn("e");
      process.stderr.write("ERROR: f\\n");
      process.exit(3);`;

    assert.deepEqual(capture(source, command), {
      stdout: ["WARN WARN: a", "text", "INFO b", "ERROR ERROR: c", "INFO d"],
      stderr: ["WARN e", "ERROR ERROR: f"],
      status: 3,
    });
  });

  test(`an error that ends a script is one record on ${runtime}`, () => {
    const end = runtime === "Bun" ? "throw" : "Promise.reject"; // Bun tells no monitor of promises
    const source = `process.stdout.write("WARN: a\\n"); ${end}(new Error("boom"));`;

    assert.deepEqual(capture(source, command), {
      stdout: ["WARN WARN: a"],
      stderr: [`ERROR Error: boom${STACK}`],
      status: 1,
    });
  });
}
