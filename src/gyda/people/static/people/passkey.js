// Passkeys: asks the browser, puts its answer into the form, sends the form. A module of our own.
// SPDX-License-Identifier: AGPL-3.0-or-later

const toBytes = (text) =>
  Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0));

const toText = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replace(/\+/g, "-")
    .replace(/\//g, "_")
    .replace(/=+$/, "");

const withBytes = (list) => (list ?? []).map((one) => ({ ...one, id: toBytes(one.id) }));

const forCreate = ({ publicKey }) => ({
  ...publicKey,
  challenge: toBytes(publicKey.challenge),
  user: { ...publicKey.user, id: toBytes(publicKey.user.id) },
  excludeCredentials: withBytes(publicKey.excludeCredentials),
});

const forGet = ({ publicKey }) => ({
  ...publicKey,
  challenge: toBytes(publicKey.challenge),
  allowCredentials: withBytes(publicKey.allowCredentials),
});

const PARTS = ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"];

const answer = (credential) => ({
  id: credential.id,
  rawId: toText(credential.rawId),
  type: credential.type,
  authenticatorAttachment: credential.authenticatorAttachment,
  clientExtensionResults: credential.getClientExtensionResults(),
  response: Object.fromEntries(
    PARTS.filter((part) => credential.response[part]).map((part) => [
      part,
      toText(credential.response[part]),
    ]),
  ),
});

const create = async () => {
  const options = JSON.parse(document.getElementById("passkey-options").textContent);
  return navigator.credentials.create({ publicKey: forCreate(options) });
};

const get = async (form) => {
  const response = await fetch(form.action, { headers: { Accept: "application/json" } });
  const options = (await response.json()).request_options;
  return navigator.credentials.get({ publicKey: forGet(options) });
};

const run = async (form) => {
  const credential = await (form.dataset.passkey === "create" ? create() : get(form));
  form.elements.namedItem("credential").value = JSON.stringify(answer(credential));
  form.submit();
};

if (window.PublicKeyCredential) {
  for (const form of document.querySelectorAll("form[data-passkey]")) {
    form.hidden = false;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      run(form).catch(() => {
        form.querySelector("[data-passkey-failed]").hidden = false;
      });
    });
  }
}
