/** A file of so many requests with JSON bodies, 500 characters each: 10,000 of them make 5 MB. */
export function manyRequests(count: number): string {
  return Array.from({ length: count }, (_, index) => oneRequest(index)).join("");
}

function oneRequest(index: number): string {
  return `### Request ${index}
# @name request${index}
POST {{host}}/api/v2/db/_table/contact?fields=id,name&limit=${index}
Content-Type: application/json
X-DreamFactory-API-Key: {{key}}

{
  "resource": [
    {"id": ${index}, "name": "Contact ${index}", "note": "{{note}}", "about": "${"x".repeat(72)}"},
    // {"id": 0},
    {"id": ${index + 1}, "name": "Other", "active": true, "tags": ["a", "b"], "about": "${"y".repeat(72)}"}
  ]
}

`;
}
