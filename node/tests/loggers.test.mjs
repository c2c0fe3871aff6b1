import assert from "node:assert/strict";
import { test } from "node:test";

import { logOf, run } from "./run.mjs";

const SILENT = { stdout: "", stderr: "", status: 0 };

/** Run a script that has the stream for pino, and `emit(line, level, message)`, which writes as pino does. */
function runPino(source) {
  return run(`
    import kestraStream from "@kestra-io/libs/pino";
    const stream = kestraStream();
    const emit = (line, lastLevel, lastMsg) => Object.assign(stream, { lastLevel, lastMsg }).write(JSON.stringify(line) + "\\n");
    ${source}`);
}

/** Run a script that has the transport for winston, and the symbol under which winston keeps a level. */
function runWinston(source) {
  return run(`
    import KestraTransport from "@kestra-io/libs/winston";
    const LEVEL = Symbol.for("level");
    ${source}`);
}

for (const [number, level] of [
  [10, "TRACE"],
  [20, "DEBUG"],
  [30, "INFO"],
  [35, "INFO"],
  [40, "WARN"],
  [50, "ERROR"],
  [60, "ERROR"],
]) {
  test(`a line of pino at ${number} is one log at ${level}`, async () => {
    const stream = ["WARN", "ERROR"].includes(level) ? "stderr" : "stdout";

    assert.deepEqual(
      await runPino(
        `emit({ level: ${number}, time: 1, pid: 2, hostname: "h", msg: "3 files" }, ${number}, "3 files");`,
      ),
      {
        ...SILENT,
        [stream]: logOf(level, '"3 files"'),
      },
    );
  });
}

test("a line of pino keeps its level and message under any keys", async () => {
  const { stderr } = await runPino('emit({ severity: "HIGH", rows: 0, text: "no rows" }, 40, "no rows");');

  assert.equal(stderr, logOf("WARN", JSON.stringify('no rows {"severity":"HIGH","rows":0}')));
});

test("a line that another thread passes on has the level of its label", async () => {
  const { stderr } = await runPino(
    'emit({ level: "warn", msg: "no rows" }); emit({ severity: "ERROR", message: "gone" });',
  );

  assert.equal(stderr, logOf("WARN", '"no rows"') + logOf("ERROR", '"gone"'));
});

test("an error of pino is sent with its stack, and with its message once", async () => {
  const { stderr } = await runPino(`
    const err = { type: "Error", message: "disk full", stack: "Error: disk full\\n    at a.js:1" };
    emit({ level: 50, err, msg: "disk full" }, 50, "disk full");
    emit({ level: 50, err: { ...err, code: "E1" }, msg: "not stored" }, 50, "not stored");`);

  assert.equal(
    stderr,
    logOf("ERROR", JSON.stringify("Error: disk full\n    at a.js:1")) +
      logOf("ERROR", JSON.stringify('not stored {"err":{"code":"E1"}}\nError: disk full\n    at a.js:1')),
  );
});

test("an error of pino that is a string stays a field", async () => {
  const { stderr } = await runPino('emit({ level: 50, err: "text", msg: "m" }, 50, "m");');

  assert.equal(stderr, logOf("ERROR", JSON.stringify('m {"err":"text"}')));
});

test("a line that is not JSON arrives at INFO", async () => {
  assert.deepEqual(await runPino('stream.write("plain\\n");'), { ...SILENT, stdout: logOf("INFO", '"plain"') });
});

test("an entry of winston has its level even if a format colours it", async () => {
  const { stderr } = await runWinston(`
    new KestraTransport().write({ level: "\\x1b[33mwarn\\x1b[39m", [LEVEL]: "warn", message: "\\x1b[33mno rows\\x1b[39m", rows: 0, timestamp: "t" });`);

  assert.equal(stderr, logOf("WARN", JSON.stringify('no rows {"rows":0}')));
});

test("fields of winston that are not JSON are sent as Node shows them", async () => {
  const { stdout } = await runWinston(`
    const circle = {};
    circle.self = circle;
    new KestraTransport().write({ level: "info", message: "a", circle });
    new KestraTransport().write({ level: "info", message: "b", size: 10n });`);

  assert.equal(
    stdout,
    logOf("INFO", '"a { circle: <ref *1> { self: [Circular *1] } }"') + logOf("INFO", JSON.stringify('b {"size":10}')),
  );
});

test("an Error that is the entry of winston itself arrives with its stack and cause", async () => {
  const { stderr } = await runWinston(`
    const error = new Error("not stored", { cause: new Error("disk full") });
    error.stack = "Error: not stored\\n    at a.js:1";
    error.cause.stack = "Error: disk full\\n    at b.js:2";
    new KestraTransport().write(Object.assign(error, { level: "error", [LEVEL]: "error", code: 7 }));`);

  assert.equal(
    stderr,
    logOf(
      "ERROR",
      JSON.stringify('not stored {"code":7}\nError: not stored\n    at a.js:1\nError: disk full\n    at b.js:2'),
    ),
  );
});

test("the transport skips entries below its level, and exceptions unless it handles them", async () => {
  const { stdout, stderr } = await runWinston(`
    const transport = new KestraTransport({ level: "warning" });
    transport.levels = { emerg: 0, warning: 4, notice: 5 };
    transport.write({ level: "notice", message: "a" });
    transport.write({ level: "emerg", message: "b" });
    transport.write({ level: "emerg", message: "c", exception: true });`);

  assert.deepEqual([stdout, stderr], ["", logOf("ERROR", '"b"')]);
});

test("a level of the script's own becomes the next more severe known level", async () => {
  const { stdout, stderr } = await runWinston(`
    const transport = new KestraTransport();
    transport.levels = { gone: 0, info: 1, odd: 2, debug: 3 };
    transport.write({ level: "gone", message: "a" });
    transport.write({ level: "odd", message: "b" });`);

  assert.deepEqual([stdout, stderr], [logOf("INFO", '"b"'), logOf("ERROR", '"a"')]);
});
