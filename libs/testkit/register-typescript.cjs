// Lets a child process run TypeScript as it stands, the libraries of this repository from their sources: `node -r <this file> x.ts`.
const { readFileSync } = require('node:fs');
const Module = require('node:module');
const { join } = require('node:path');
const { transformSync } = require('@swc/core');

const libs = join(__dirname, '..');
const settings = JSON.parse(readFileSync(join(libs, '..', '.swcrc'), 'utf8'));
const resolve = Module._resolveFilename;

Module._resolveFilename = function (request, ...rest) {
  const lib = /^@charter\/([a-z-]+)$/.exec(request)?.[1];
  return resolve.call(this, lib ? join(libs, lib, 'src/index.ts') : request, ...rest);
};
const compile = (module, file) => {
  const { jsc } = settings;
  const options = { jsc, module: { type: 'commonjs' }, filename: file, swcrc: false, sourceMaps: 'inline' };
  module._compile(transformSync(readFileSync(file, 'utf8'), options).code, file);
};
Module._extensions['.ts'] = compile;
Module._extensions['.tsx'] = compile;
require('reflect-metadata');
