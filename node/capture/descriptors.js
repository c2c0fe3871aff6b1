/** Capture of what is written to the descriptors of the standard streams, as pino does, by the functions of `fs`. */

"use strict";

const fs = process.getBuiltinModule?.("node:fs") ?? require("node:fs");

const { bytesOf, setUnfinished, takenFor, writeTaken } = require("../stream.js");
const { leadsToKestra } = require("./streams.js");

const NAMES = { 1: "stdout", 2: "stderr" };
const PATH = /^(?:\/dev\/std(out|err)|\/(?:dev|proc\/self)\/fd\/([12]))$/;
const LINE_END = 0x0a;

const opened = new Map(); // the descriptors that a script has opened by such a path, and those that they stand for

/** Take what is written to the descriptors until the function that is returned is called. */
function hookDescriptors() {
  const originals = {};
  const hooks = { ...syncHooks(originals), ...asyncHooks(originals) };
  for (const name of Object.keys(hooks)) {
    originals[name] = fs[name];
    // `util.promisify` finds the names of the results in a property.
    Object.defineProperties(hooks[name], Object.getOwnPropertyDescriptors(fs[name]));
  }
  replace(hooks);
  return () => {
    const own = Object.keys(hooks).filter((name) => fs[name] === hooks[name]);
    replace(Object.fromEntries(own.map((name) => [name, originals[name]])));
  };
}

function syncHooks(originals) {
  const writeFileSync = (name) =>
    function (file, data, ...rest) {
      if (takeAll(descriptorOf(file), data, rest) === undefined) originals[name].call(this, file, data, ...rest);
    };
  return {
    writeSync(descriptor, data, ...rest) {
      return take(descriptor, chunkOf(data, rest)) ?? originals.writeSync.call(this, descriptor, data, ...rest);
    },
    writevSync(descriptor, buffers, ...rest) {
      return take(descriptor, joined(buffers, rest)) ?? originals.writevSync.call(this, descriptor, buffers, ...rest);
    },
    writeFileSync: writeFileSync("writeFileSync"),
    appendFileSync: writeFileSync("appendFileSync"),
    openSync(path, ...rest) {
      const descriptor = originals.openSync.call(this, path, ...rest);
      note(path, descriptor);
      return descriptor;
    },
    closeSync(descriptor) {
      opened.delete(descriptor);
      return originals.closeSync.call(this, descriptor);
    },
  };
}

function asyncHooks(originals) {
  const write = (name, bytesOfCall) =>
    function (descriptor, data, ...rest) {
      const done = rest.at(-1);
      let length;
      try {
        length = typeof done === "function" ? take(descriptor, bytesOfCall(data, rest)) : undefined;
      } catch (error) {
        process.nextTick(done, error);
        return;
      }
      if (length === undefined) originals[name].call(this, descriptor, data, ...rest);
      else process.nextTick(done, null, length, data);
    };
  return {
    write: write("write", chunkOf),
    writev: write("writev", joined),
    open(path, ...rest) {
      const done = rest.at(-1);
      if (typeof done !== "function") return originals.open.call(this, path, ...rest);
      const noting = (error, descriptor) => {
        if (!error) note(path, descriptor);
        done(error, descriptor);
      };
      return originals.open.call(this, path, ...rest.slice(0, -1), noting);
    },
    close(descriptor, ...rest) {
      opened.delete(descriptor);
      return originals.close.call(this, descriptor, ...rest);
    },
  };
}

/** Write what capture makes of a write, and return the length of what was given; undefined for a write to leave as it is. */
function take(descriptor, chunk) {
  const standard = opened.get(descriptor) ?? descriptor;
  const name = NAMES[standard];
  if (!name || !chunk?.length || !leadsToKestra(name)) return undefined;
  const taken = takenFor(name, chunk);
  if (taken) writeTaken(standard, taken);
  else setUnfinished(standard, chunk.at(-1) !== LINE_END);
  return taken ? chunk.length : undefined;
}

/** Take the data of a whole file, in the same way. */
function takeAll(descriptor, data, [options]) {
  if (!NAMES[descriptor]) return undefined;
  const encoding = typeof options === "string" ? options : options?.encoding;
  return take(descriptor, chunkOf(data, [null, encoding ?? "utf8"]));
}

/** Return the bytes that a call of `fs.write` writes, at the end of the file; undefined for any other call. */
function chunkOf(data, [first, second, third]) {
  if (typeof data === "string") {
    return typeof first === "number" ? undefined : bytesOf({ chunk: data, encoding: [second, first].find(isEncoding) });
  }
  if (!ArrayBuffer.isView(data)) return undefined;
  const isObject = typeof first === "object" && first !== null;
  const { offset, length, position } = isObject ? first : { offset: first, length: second, position: third };
  if (typeof position === "number") return undefined;
  const start = typeof offset === "number" ? offset : 0;
  return bytesOfView(data).subarray(start, typeof length === "number" ? start + length : undefined);
}

function isEncoding(value) {
  return typeof value === "string" && Buffer.isEncoding(value);
}

/** Return the bytes that a call of `fs.writev` writes, in the same way. */
function joined(buffers, [position]) {
  const isOther = typeof position === "number" || !Array.isArray(buffers) || !buffers.every(ArrayBuffer.isView);
  return isOther ? undefined : Buffer.concat(buffers.map(bytesOfView));
}

function bytesOfView(data) {
  return Buffer.from(data.buffer, data.byteOffset, data.byteLength);
}

/** Return the standard descriptor that a path stands for, or what was given. */
function descriptorOf(path) {
  const match = typeof path === "string" ? PATH.exec(path) : null;
  if (!match) return path;
  return match[1] ? { out: 1, err: 2 }[match[1]] : Number(match[2]);
}

function note(path, descriptor) {
  const standard = descriptorOf(path);
  if (standard !== path) opened.set(descriptor, standard);
}

/** Put functions in place of those of `fs`, also for those who import them by name. */
function replace(functions) {
  Object.assign(fs, functions);
  (process.getBuiltinModule?.("node:module") ?? require("node:module")).syncBuiltinESMExports();
}

module.exports = { hookDescriptors };
