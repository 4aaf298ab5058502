/** A module says something this compiler does not understand, or that is wrong: `file:line: text`. */
export class ModuleError extends Error {
  constructor(file: string, line: number, text: string) {
    super(`${file}:${line}: ${text}`);
    this.name = "ModuleError";
  }
}
