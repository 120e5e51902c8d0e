/** Where artifacts go. Paths are relative to the output folder. */
export interface Store {
  read(path: string): Promise<Uint8Array | undefined>;
  /** Replaces the file as a whole or not at all. Returns why it could not be written, or undefined. */
  write(path: string, bytes: Uint8Array): Promise<string | undefined>;
  /** Removes the file, and folders that are empty then. */
  remove(path: string): Promise<void>;
}
