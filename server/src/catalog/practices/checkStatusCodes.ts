import type { Practice } from "../model.ts";
import { fromPackage, officialPage } from "../sources.ts";

const READ_ERROR = `async function readError(response) {
  const text = await response.text();
  try {
    const { error } = JSON.parse(text);
    return { status: response.status, code: error.code, message: error.message, context: error.context };
  } catch {
    return { status: response.status, message: text };
  }
}
`;

const CALL = `const response = await fetch(url, options);
if (!response.ok) {
  const { code, message } = await readError(response);
  console.error(\`Error \${code ?? response.status}: \${message}\`);
}`;

export const checkStatusCodes: Practice = {
  id: "check-status-codes",
  title: "Always check the status code",
  summary: "Look at the status of every response before you use its body.",
  points: [
    "`fetch` and most HTTP clients do not fail on 400 or 500: ask `response.ok`, or compare the status.",
    "On failure, read `error.code` and `error.message` from the body, and show both.",
    'Decide by the HTTP status, not by `code`: a batch has code 1000, and a database error can have a string such as `"23000"`.',
    "Expect answers without the envelope: pages of Laravel, nginx or a proxy are HTML.",
    "Quotes and other characters in the message arrive as entities such as `&quot;`. Decode them before you show it.",
  ],
  correction: {
    wrong: { language: "javascript", code: "const { resource } = await (await fetch(url, options)).json();" },
    right: { language: "javascript", code: CALL },
    why: "An error body has no `resource`, so the fault shows up later and elsewhere, as “undefined”.",
  },
  examples: [
    {
      language: "javascript",
      code: READ_ERROR,
      caption: "Reads the envelope, or keeps the plain text of any other answer.",
    },
  ],
  sources: [
    officialPage("Always check status codes", "1._Always_Check_Status_Codes"),
    fromPackage("df-core", "src/Components/ExceptionResponse.php:18-71", "Which codes an envelope can carry"),
  ],
};
