/** A reason not to go on that a person can do something about; the message is one sentence of why, one of what to do. */
export class Refusal extends Error {
  override readonly name = "Refusal";
}

/** Runs the main function of a script: a refusal is printed without a stack, and ends with exit code 1. */
export async function main(run: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await run();
  } catch (error) {
    console.error(error instanceof Refusal ? error.message : error);
    process.exitCode = 1;
  }
}
