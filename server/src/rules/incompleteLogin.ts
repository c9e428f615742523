import { LOGIN_WITHOUT_EMAIL, LOGIN_WITHOUT_PASSWORD } from "./answers.ts";
import { findMember, type OutlineMember, type OutlineValue } from "./bodyOutline.ts";
import { finding, preferred, replacement } from "./finding.ts";
import type { Finding } from "./model.ts";
import { isEmpty } from "./records.ts";
import { findParameter } from "./requestUrl.ts";
import type { Rule } from "./rule.ts";

const KIND = {
  code: "incomplete-login",
  title: "Login without e-mail or password",
  severity: "error",
  language: "http",
  wrong:
    'POST {{host}}/api/v2/user/session\nContent-Type: application/json\n\n{"email": "ada@example.com", "pass": "{{password}}"}',
  right:
    'POST {{host}}/api/v2/user/session\nContent-Type: application/json\n\n{"email": "ada@example.com", "password": "{{password}}"}',
  why:
    "A login is a bare object with `email` and `password`. Under other names they are not found, nor inside " +
    "`resource`.",
  exceptions:
    "With `DF_LOGIN_ATTRIBUTE=username` the server wants `username` in place of `email`. A login through another service " +
    "(`service=ldap`) has fields of its own.",
} as const;

export const incompleteLogin: Rule = {
  kind: KIND,
  check(request): readonly Finding[] {
    const { body, resource, verb, url, generation } = request;
    const { outline } = body;
    if (resource !== "session" || verb !== "POST" || generation === 1 || url.open) return [];
    if (outline?.kind !== "object" || outline.open || (body.decoder !== "json" && body.decoder !== "sniffed"))
      return [];
    const isElsewhere = SERVICE.some((name) => findParameter(request, name) ?? findMember(outline, name));
    if (isElsewhere) return [];
    const hasName = isGiven(outline, "email") || isGiven(outline, "username");
    if (hasName && isGiven(outline, "password")) return [];
    const field = hasName ? "password" : "email";
    const meant = memberAmong(outline, field);
    const message = { text: "`{field}` is missing. DreamFactory refuses the login.", args: { field } };
    const title = { text: "Rename {name} to {field}", args: { name: meant?.key ?? "", field } };
    const isThere = findMember(outline, field) !== undefined;
    return [
      finding(KIND, meant?.keySpan ?? { start: outline.span.start, end: outline.span.start + 1 }, message, {
        answer: hasName ? LOGIN_WITHOUT_PASSWORD : LOGIN_WITHOUT_EMAIL,
        repairs:
          meant === undefined || isThere
            ? []
            : [preferred(title, [replacement(meant.keySpan, `"${field}"`)])],
      }),
    ];
  },
};

/** What hands the login over to another service. */
const SERVICE = ["service", "state", "oauth_token"];

/** Other names for the two fields, as people write them. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  email: ["e-mail", "mail", "user", "login", "user_name", "useremail", "user_email", "email_address"],
  password: ["pass", "passwd", "pwd", "pw", "secret"],
};

function isGiven(outline: OutlineValue, key: string): boolean {
  const member = findMember(outline, key);
  return member !== undefined && !isEmpty(member.value);
}

function memberAmong({ members }: OutlineValue, field: string): OutlineMember | undefined {
  return members.find(({ key }) => {
    const lower = key.toLowerCase();
    return key !== field && (lower === field || NAMES[field]?.includes(lower));
  });
}
