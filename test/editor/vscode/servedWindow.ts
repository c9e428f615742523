import type { Browser } from "playwright-core";

/**
 * Opens a window whose address names extension tests, and resolves with their exit code. The page reports it through a
 * function that VS Code's smoke test driver expects of whoever drives it.
 */
export async function runExtensionTests(browser: Browser, address: string): Promise<number> {
  const page = await browser.newPage({ permissions: ["clipboard-read", "clipboard-write"] });
  try {
    return await new Promise<number>((done, fail) => {
      const exposed = Promise.all([
        page.exposeFunction("codeAutomationLog", () => undefined),
        page.exposeFunction("codeAutomationExit", (code: number) => done(code)),
      ]);
      page.on("crash", () => fail(new Error("The browser window crashed.")));
      exposed.then(() => page.goto(address)).catch(fail);
    });
  } finally {
    await page.close();
  }
}
