/**
 * Measure one Node subject, to its standard output; the script that throughput.py generates calls this.
 *
 * Each subject has its own process, because the first use of `process.stdout` changes descriptor 1 for all code.
 */

const fs = require("node:fs");

const settings = JSON.parse(fs.readFileSync(process.argv[2], "utf8"));

/** Time `call`, and `drained` if there is one, and write the seconds per record, by kind of message, to the result file. */
exports.measure = async function measure(call, drained) {
  const messages = Object.entries(settings.messages).map(([kind, { message, record }]) => {
    return { kind, message, line: Buffer.from(record) };
  });
  // All kinds are run before any is timed, because V8 has not yet compiled the code for the first ones.
  const counts = {};
  for (const { kind, message, line } of messages) {
    let count = 16;
    let total = 0;
    while (total < settings.seconds / 2) {
      count *= 2;
      total = await timed(call, drained, message, line, count);
    }
    counts[kind] = Math.max(1, Math.round((count * settings.seconds) / total));
  }
  const seconds = {};
  for (const { kind, message, line } of messages) {
    seconds[kind] = (await timed(call, drained, message, line, counts[kind])) / counts[kind];
  }
  fs.writeFileSync(settings.result, JSON.stringify(seconds));
};

/** Return the time in seconds by the clock of the settings; processor time includes V8's other threads. */
function now() {
  if (settings.clock === "wall") return Number(process.hrtime.bigint()) / 1e9;
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/** Return the seconds until the last of `count` records is written, not only queued. */
async function timed(call, drained, message, line, count) {
  const start = now();
  for (let index = 0; index < count; index++) call(message, line);
  if (drained) await drained();
  return now() - start;
}
