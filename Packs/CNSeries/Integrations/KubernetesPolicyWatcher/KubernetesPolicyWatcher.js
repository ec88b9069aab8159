// Made by "npm run build" from scripts/integration/run.ts; change that file instead.
var __cnEntries;
(function() {
  // scripts/policy/chunks.ts
  var CHUNK = 256;
  /*!
   * A text in short pieces, none of which ends within a surrogate pair. In Otto, reading one character takes time in step with
   * the whole text's length, so a long text must not be read character by character.
   */
  function chunksOf(text2) {
    var total = text2.length;
    if (total <= CHUNK)
      return [text2];
    var chunks = [];
    for (var start = 0; start < total; ) {
      var chunk = text2.slice(start, start + CHUNK);
      if (isLeadingSurrogate(chunk.charCodeAt(chunk.length - 1)))
        chunk = text2.slice(start, start + CHUNK + 1);
      chunks.push(chunk);
      start += chunk.length;
    }
    return chunks;
  }
  function isLeadingSurrogate(unit) {
    return unit >= 55296 && unit <= 56319;
  }

  // scripts/policy/canonical.ts
  /*!
   * One text for one value, the same in every engine: Otto reads object keys in random order, sorts them when it writes and
   * sorts arrays unstably, so everything that leaves the core goes through here before it is compared or hashed.
   */
  /*! Own keys in ascending order of UTF-16 code units. */
  function sortedKeys(object) {
    return Object.keys(object).sort(compareText);
  }
  /*! True where `object` itself has `key`; safe for keys such as `constructor`. */
  function hasKey(object, key) {
    return Object.prototype.hasOwnProperty.call(object, key);
  }
  /*! -1, 0 or 1 by code units; the same in every engine, unlike `localeCompare`. */
  function compareText(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
  }
  /*! A sorted copy; equal elements keep their order (Array.prototype.sort is unstable in Otto). */
  function stableSort(list2, compare) {
    var decorated = [];
    for (var i = 0; i < list2.length; i++)
      decorated.push({ value: list2[i], index: i });
    decorated.sort(function(a, b) {
      return compare(a.value, b.value) || a.index - b.index;
    });
    return decorated.map(function(item) {
      return item.value;
    });
  }
  /*! A sorted copy without duplicates. */
  function sortedUnique(list2) {
    var sorted = list2.slice().sort(compareText);
    return sorted.filter(function(value, index) {
      return index === 0 || value !== sorted[index - 1];
    });
  }
  /*! JSON with sorted keys and without undefined members. Input: plain data without cycles. */
  function canonicalJson(value) {
    if (value === null || typeof value !== "object")
      return atom(value);
    if (Array.isArray(value)) {
      return "[" + value.map(canonicalJson).join(",") + "]";
    }
    var object = value;
    var members = [];
    for (var _i = 0, _a = sortedKeys(object); _i < _a.length; _i++) {
      var key = _a[_i];
      if (object[key] !== void 0)
        members.push(atom(key) + ":" + canonicalJson(object[key]));
    }
    return "{" + members.join(",") + "}";
  }
  /*! Otto's JSON.stringify escapes these; writing them back gives Node's text. */
  var UNESCAPED = {
    u003c: "<",
    u003e: ">",
    u0026: "&",
    u2028: "\u2028",
    u2029: "\u2029",
    u0008: "\\b",
    u000c: "\\f"
  };
  function atom(value) {
    var text2 = JSON.stringify(value);
    if (text2 === void 0)
      return "null";
    if (typeof value !== "string" || text2.indexOf("\\u") < 0)
      return text2;
    return text2.replace(/\\(u[0-9a-f]{4}|.)/g, function(whole, escape) {
      return hasKey(UNESCAPED, escape) ? UNESCAPED[escape] : whole;
    });
  }
  /*!
   * A short, fast, deterministic hash of a text for names and keys: 12 characters of base 32 (60 bits). Not for anything that an
   * attacker could gain from (approval hashes use SHA-256).
   */
  function shortHash(text2) {
    var a = 2166136261;
    var b = 2538058380;
    for (var _i = 0, _a = chunksOf(text2); _i < _a.length; _i++) {
      var chunk = _a[_i];
      var units = chunk.length;
      for (var i = 0; i < units; i++) {
        var code = chunk.charCodeAt(i);
        a = multiply32(a ^ code, 16777619);
        b = multiply32(b ^ code, 2246822507);
        b = b << 13 | b >>> 19;
      }
    }
    return base32(mix(a ^ multiply32(b, 3266489909))) + base32(mix(b ^ multiply32(a, 668265263)));
  }
  function multiply32(a, b) {
    return (a & 65535) * b + (((a >>> 16) * b & 65535) << 16) | 0;
  }
  function mix(hash) {
    var h = hash;
    h = multiply32(h ^ h >>> 16, 2246822507);
    h = multiply32(h ^ h >>> 13, 3266489909);
    return (h ^ h >>> 16) >>> 0;
  }
  /*! Six characters, the lowest 30 bits: short enough for names, and one length for all. */
  function base32(value) {
    var digits = "abcdefghijklmnopqrstuvwxyz234567";
    var text2 = "";
    var rest = value;
    for (var i = 0; i < 6; i++) {
      text2 += digits.charAt(rest & 31);
      rest = rest >>> 5;
    }
    return text2;
  }

  // scripts/xsoar/errors.ts
  /*! Marks errors whose message is meant for the person in the war room. */
  var USER_ERROR = "CNSeriesError";
  /*!
   * An error to throw for whatever a person can put right: what is wrong, and what to do. It is a plain Error with another
   * name, since `instanceof` fails on subclasses in ES5.
   */
  function userError(message) {
    var error = new Error(message);
    error.name = USER_ERROR;
    return error;
  }
  /*! The text to show for anything that was thrown. */
  function errorMessage(thrown) {
    if (thrown instanceof Error && thrown.name === USER_ERROR)
      return thrown.message;
    return "Internal error, please report it: " + String(thrown);
  }

  // scripts/xsoar/arguments.ts
  /*!
   * The arguments of a run by the automation's manifest: defaults filled in, texts trimmed, lists split.
   *
   * @throws a user error that names the argument: a required one is missing, or a value is not one of the choices or not a
   * text
   */
  function readArguments(manifest2, given) {
    var values = {};
    for (var _i = 0, _a = sortedKeys(manifest2.arguments); _i < _a.length; _i++) {
      var name = _a[_i];
      var raw = hasKey(given, name) ? given[name] : void 0;
      values[name] = readArgument(name, manifest2.arguments[name], raw);
    }
    return values;
  }
  function readArgument(name, argument, raw) {
    var given = isAbsent(raw) ? argument.defaultValue : raw;
    if (given === void 0) {
      if (argument.required)
        throw userError('The argument "' + name + '" is missing. ' + argument.description);
      return argument.kind === "list" ? [] : void 0;
    }
    switch (argument.kind) {
      case "text":
        return text(name, given);
      case "choice":
        return choice(name, argument.choices, text(name, given));
      case "list":
        return list(name, given);
      case "document":
        return given;
    }
  }
  /*! The command line leaves an argument out, a playbook may pass an empty text or null for it. */
  function isAbsent(raw) {
    return raw === void 0 || raw === null || typeof raw === "string" && raw.trim() === "";
  }
  function text(name, given) {
    if (typeof given === "string")
      return given.trim();
    if (typeof given === "number" || typeof given === "boolean")
      return String(given);
    /*! A playbook passes a context value that holds one text as a list of one. */
    if (Array.isArray(given) && given.length === 1)
      return text(name, given[0]);
    throw userError('The argument "' + name + '" must be a text.');
  }
  function choice(name, choices, given) {
    if (choices.indexOf(given) < 0) {
      throw userError('The argument "' + name + '" is "' + given + '"; it must be one of: ' + choices.join(", ") + ".");
    }
    return given;
  }
  function list(name, given) {
    var elements = Array.isArray(given) ? given : splitList(text(name, given));
    return elements.map(function(element) {
      return text(name, element);
    }).filter(function(element) {
      return element !== "";
    });
  }
  function splitList(given) {
    if (given.charAt(0) !== "[")
      return given.split(",");
    try {
      return JSON.parse(given);
    } catch (_a) {
      return given.split(",");
    }
  }

  // scripts/xsoar/host.ts
  /*! Entry types of the server (Cortex XSOAR documentation, `entryTypes`). */
  var ENTRY_TYPE = { note: 1, file: 3, error: 4, entryInfoFile: 9 };
  /*! The server that runs this script. */
  /*! `getModules` gives an object of instances by name (CommonScripts' IsIntegrationAvailable). */
  /*!
   * The one entry of an answer that is not an error.
   *
   * @throws a user error with the server's text, or if the answer has no entry or several (a command without `using` runs
   * on every instance)
   */
  /*! Contents as text; objects as JSON. */

  // scripts/xsoar/entries.ts
  /*!
   * A result: Markdown for people, `data` for playbooks.
   *
   * @param path the context path that `data` is merged into, for example `CNSeries.Validation(val.Policy == obj.Policy)`,
   * which replaces the element with the same Policy instead of adding one
   */
  function resultEntry(markdown, path, data) {
    var context = {};
    context[path] = data;
    return {
      Type: ENTRY_TYPE.note,
      ContentsFormat: "json",
      Contents: data,
      ReadableContentsFormat: "markdown",
      HumanReadable: markdown,
      EntryContext: context,
      IgnoreAutoExtract: true
    };
  }
  /*! A failure: the playbook task fails and shows the text. */
  function errorEntry(message) {
    return { Type: ENTRY_TYPE.error, ContentsFormat: "text", Contents: message };
  }

  // node_modules/tslib/tslib.es6.js
  var __assign = function() {
    __assign = Object.assign || function __assign2(t) {
      for (var s, i = 1, n = arguments.length; i < n; i++) {
        s = arguments[i];
        for (var p in s) if (Object.prototype.hasOwnProperty.call(s, p)) t[p] = s[p];
      }
      return t;
    };
    return __assign.apply(this, arguments);
  };

  // scripts/policy/views/table.ts
  /*! The table of some objects by columns. */
  /*! A cell as one text. */
  function cellText(cell, separator) {
    return typeof cell === "string" ? cell : cell.join(separator);
  }

  // scripts/xsoar/markdown.ts
  /*!
   * Markdown for the war room, which also renders HTML. Text gets in through `escapeMarkdown` alone, so that nothing in a
   * policy (which anyone with access to a namespace writes) can break a table, make a link or run a script in the browser of
   * an analyst.
   */
  var ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", "|": "&#124;" };
  /*! Text on one line that shows exactly its characters. Line breaks become spaces, other control characters U+FFFD. */
  function escapeMarkdown(text2) {
    return text2.replace(/\r\n|[\r\n\t\u2028\u2029]/g, " ").replace(/[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, "\uFFFD").replace(/[\\`*_[\]~#!]/g, "\\$&").replace(/[&<>|]/g, function(character) {
      return hasKey(ENTITIES, character) ? ENTITIES[character] : character;
    }).replace(/:\/\//g, "&#58;//");
  }
  /*! A heading of the given level. */
  /*! A paragraph. */
  function paragraph(text2) {
    return escapeMarkdown(text2) + "\n\n";
  }
  /*! More rows than anyone reads in the war room; browsers slow down with them. */
  var MAX_ROWS = 200;
  /*! A table under its title, cut at 200 rows and saying so; without rows, its title and "None.". */
  function markdownTable(table) {
    var title = "### " + escapeMarkdown(table.title) + "\n";
    if (table.rows.length === 0)
      return title + "\n" + paragraph("None.");
    var rows = table.rows.slice(0, MAX_ROWS);
    var lines = [row(table.columns), row(table.columns.map(function() {
      return "---";
    }))].concat(rows.map(row));
    return title + lines.join("") + "\n" + cutNote(table.rows.length - rows.length);
  }
  function cutNote(missing) {
    return missing > 0 ? paragraph(String(missing) + " more rows are not shown.") : "";
  }
  function row(cells) {
    return "| " + cells.map(escapeCell).join(" | ") + " |\n";
  }
  function escapeCell(cell) {
    if (typeof cell === "string")
      return escapeMarkdown(cell);
    return cellText(cell.map(escapeMarkdown), "<br>");
  }

  // scripts/policy/diagnostictable.ts
  /*!
   * Every finding that this project reports: severity, kind, title, text and remedy. `docs/diagnostics.md` is made from it.
   * Rows are sorted by area, then code; each code has a test that produces it.
   */
  var TABLE = {
    /*! What the API server would refuse (NetworkPolicy v1 validation, Kubernetes API documentation). */
    "annotations-too-long": {
      severity: "error",
      kind: "invalid",
      title: "Annotations too long",
      text: "The annotations have {bytes} bytes together; Kubernetes takes {limit}.",
      remedy: "Shorten or remove annotations."
    },
    "api-version": {
      severity: "error",
      kind: "invalid",
      title: "Version of the API not supported",
      text: "The apiVersion is {found}; NetworkPolicies are read as {expected} only, the one version that clusters serve.",
      remedy: "Write `apiVersion: {expected}`."
    },
    "cidr-invalid": {
      severity: "error",
      kind: "invalid",
      title: "Not a CIDR",
      text: '"{value}" is not a CIDR: {reason}.',
      remedy: "Write an IPv4 or IPv6 network with its prefix length, for example 10.0.0.0/8 or 2001:db8::/32."
    },
    "entries-without-type": {
      severity: "warning",
      kind: "invalid",
      title: "Entries without effect",
      text: "The policy has {direction} entries, but its policyTypes does not name {type}; the entries have no effect.",
      remedy: "Add {type} to policyTypes, or remove the entries."
    },
    "except-outside": {
      severity: "error",
      kind: "invalid",
      title: "Exception outside its block",
      text: "The exception {except} does not lie strictly inside {cidr}.",
      remedy: "Every `except` must be a smaller network inside `cidr`."
    },
    "expression-values": {
      severity: "error",
      kind: "invalid",
      title: "Values do not fit the operator",
      text: "The operator {operator} {rule}.",
      remedy: "`In` and `NotIn` need at least one value; `Exists` and `DoesNotExist` take none."
    },
    "field-missing": {
      severity: "error",
      kind: "invalid",
      title: "Required field missing",
      text: "The field is required: {expected}.",
      remedy: "Add the field."
    },
    "field-type": {
      severity: "error",
      kind: "invalid",
      title: "Wrong type",
      text: "Expected {expected}, found {found}.",
      remedy: "Correct the value."
    },
    "field-unknown": {
      severity: "warning",
      kind: "invalid",
      title: "Unknown field",
      text: 'The field "{field}" is not part of the API and has no effect.{hint}',
      remedy: "Remove it, or correct its spelling and place."
    },
    "label-invalid": {
      severity: "error",
      kind: "invalid",
      title: "Not a label",
      text: 'The {part} "{value}" is not valid: {reason}.',
      remedy: "See the Kubernetes documentation on label syntax."
    },
    "list-incomplete": {
      severity: "error",
      kind: "invalid",
      title: "List not whole",
      text: "The {list} is one page of several (it has metadata.continue), and its last page is not in the input.",
      remedy: "Give the whole list, as `kubectl get -o json` prints it."
    },
    "name-invalid": {
      severity: "error",
      kind: "invalid",
      title: "Not a name",
      text: '"{value}" is not a valid {what}: {reason}.',
      remedy: 'Use lower-case letters, digits, "-" (and "." in object names), starting and ending with a letter or digit.'
    },
    "object-duplicate": {
      severity: "error",
      kind: "invalid",
      title: "Object given twice",
      text: "The input holds this object more than once, with different content.",
      remedy: "Keep one of them."
    },
    "object-unreadable": {
      severity: "error",
      kind: "invalid",
      title: "Not a Kubernetes object",
      text: "The document cannot be read: {reason}.",
      remedy: "Give Kubernetes objects as YAML or JSON: single objects, several documents, or a List."
    },
    "operator-unknown": {
      severity: "error",
      kind: "invalid",
      title: "Unknown operator",
      text: '"{operator}" is not a selector operator.',
      remedy: "Use In, NotIn, Exists or DoesNotExist."
    },
    "peer-empty": {
      severity: "error",
      kind: "invalid",
      title: "Empty peer",
      text: "The peer names neither podSelector, namespaceSelector nor ipBlock.",
      remedy: "Name one, or remove the element; an absent or empty list means everyone."
    },
    "peer-mixed": {
      severity: "error",
      kind: "invalid",
      title: "Address block mixed with selectors",
      text: "A peer has either an ipBlock or selectors, not both.",
      remedy: "Make two elements of them; elements of the list are alternatives."
    },
    "policy-duplicate": {
      severity: "error",
      kind: "invalid",
      title: "Policy given twice",
      text: "The input holds this policy more than once, with different content.",
      remedy: "Keep one of them."
    },
    "policy-type-unknown": {
      severity: "error",
      kind: "invalid",
      title: "Unknown policy type",
      text: '"{value}" is not a policy type.',
      remedy: "Use Ingress and Egress."
    },
    "policy-types-count": {
      severity: "error",
      kind: "invalid",
      title: "Too many policy types",
      text: "policyTypes has {count} elements; at most two are allowed.",
      remedy: "Name Ingress and Egress once each."
    },
    "port-invalid": {
      severity: "error",
      kind: "invalid",
      title: "Not a port",
      text: '"{value}" is not a port: {reason}.',
      remedy: "Use a number from 1 to 65535, or the name of a container port."
    },
    "port-range-invalid": {
      severity: "error",
      kind: "invalid",
      title: "Not a port range",
      text: "endPort {endPort} {reason}.",
      remedy: "endPort needs a numeric port that is not larger than it."
    },
    "protocol-unknown": {
      severity: "error",
      kind: "invalid",
      title: "Unknown protocol",
      text: '"{value}" is not a protocol.',
      remedy: "Use TCP, UDP or SCTP."
    },
    /*! Attributes and settings. */
    "attribute-allowed": {
      severity: "error",
      kind: "rejected",
      title: "Not on the allow-list",
      text: '{key}: "{value}" may not be used in the namespace {namespace}.{hint}',
      remedy: "Use an allowed name, or ask the security team to add it to `{list}` in the cluster profile."
    },
    "attribute-conflict": {
      severity: "error",
      kind: "rejected",
      title: "Profile group beside single profiles",
      text: "On one level, profile-group excludes single profiles; here it stands beside {keys}.",
      remedy: "Keep either the profile group or the single profiles."
    },
    "attribute-entry": {
      severity: "error",
      kind: "rejected",
      title: "No such entry",
      text: "{key} is scoped to {scope}, which this policy does not have.",
      remedy: "Entries are counted from 0; scope it to an existing one, to the direction, or to the policy."
    },
    "attribute-label-differs": {
      severity: "warning",
      kind: "rejected",
      title: "Label and annotation differ",
      text: '{key} is "{annotation}" as an annotation and "{label}" as a label; the annotation holds.',
      remedy: "Remove the label."
    },
    "attribute-none-group": {
      severity: "error",
      kind: "rejected",
      title: "Nothing to take away from",
      text: '{key} is "none", but what it inherits is the profile group {group}, which cannot be taken apart.',
      remedy: 'Leave "none" out and name the wanted profiles one by one, or use another profile group.'
    },
    "attribute-unknown": {
      severity: "error",
      kind: "rejected",
      title: "Unknown attribute",
      text: '"{key}" is not an attribute.{hint}',
      remedy: "See the list of attributes in docs/attributes.md."
    },
    "attribute-value": {
      severity: "error",
      kind: "rejected",
      title: "Value not accepted",
      text: '{key}: "{value}" is not accepted: {reason}.',
      remedy: "{expected}."
    },
    "attribute-widens": {
      severity: "error",
      kind: "rejected",
      title: "Would widen the entry",
      text: 'service "application-default" reaches {entry}, which names ports.',
      remedy: "Remove the ports from the entry, or scope `service: ports` to it: an attribute may narrow, never widen."
    },
    "profile-cluster": {
      severity: "error",
      kind: "rejected",
      title: "Cluster unknown",
      text: 'The profile has no cluster "{cluster}"; it has {known}.{hint}',
      remedy: "Add it under `clusters` with at least a `deviceGroup`, or name one that is there."
    },
    "profile-cluster-unnamed": {
      severity: "error",
      kind: "rejected",
      title: "Cluster not named",
      text: "The profile has several clusters ({known}), and none of them is named.",
      remedy: "Name one of them: `--cluster NAME` on the command line, the argument `cluster` in the war room."
    },
    "profile-invalid": {
      severity: "error",
      kind: "rejected",
      title: "Profile not valid",
      text: "{reason}",
      remedy: "Correct the cluster profile; docs/profile.md lists its keys and values."
    },
    "security-service-namespace": {
      severity: "error",
      kind: "rejected",
      title: "Security service not for this namespace",
      text: 'The security service "{service}" may not be used in the namespace {namespace}.',
      remedy: "Ask {owner} to add the namespace, or use another service."
    },
    "security-service-unknown": {
      severity: "error",
      kind: "rejected",
      title: "Unknown security service",
      text: 'There is no security service "{service}".{hint}',
      remedy: "Use a published one."
    },
    "security-services-invalid": {
      severity: "error",
      kind: "rejected",
      title: "Security services not valid",
      text: "{reason}",
      remedy: "Correct the document of security services; docs/attributes.md shows its form."
    },
    /*! Valid, but not to be had exactly. */
    "address-with-labels": {
      severity: "error",
      kind: "inexpressible",
      title: "Addresses and labels at one end",
      text: "The addresses {addresses} lie inside the pod network and would have to be combined with {pods}; a rule can name addresses or a group, not their intersection.",
      remedy: "Select the pods by labels instead of by address, or choose a block outside the pod network."
    },
    capacity: {
      severity: "error",
      kind: "inexpressible",
      title: "More than the device takes",
      text: "The rulebase needs {count} {what}; the cluster profile allows {limit}.",
      remedy: "Raise `capacity` in the profile if the device takes more, or join policies."
    },
    "cluster-wide-policy": {
      severity: "error",
      kind: "inexpressible",
      title: "Kind of policy not supported",
      text: "The kind {policyKind} is not supported.",
      remedy: "Write it as NetworkPolicies, or leave it out; it is not compiled."
    },
    "filter-too-long": {
      severity: "error",
      kind: "inexpressible",
      title: "Match expression too long",
      text: "The group for {pods} needs a match expression of {length} characters; PAN-OS takes 2047, and it cannot be split.",
      remedy: "Use fewer or shorter labels in the selector."
    },
    "host-network": {
      severity: "error",
      kind: "inexpressible",
      title: "Group would hold node addresses",
      text: "The group for {pods} would also hold the node addresses of host-network pods ({sample}), which no selector means.",
      remedy: 'Select by labels that host-network pods do not carry; or, if the plugin does not register them, set `tags.hostNetwork` to "not-registered".'
    },
    "label-ambiguous": {
      severity: "error",
      kind: "inexpressible",
      title: "Two labels make one tag",
      text: "The labels {first} and {second} make the same PAN-OS tag (tags ignore case and join key and value by a dot).",
      remedy: "Rename one of the labels."
    },
    "label-value-empty": {
      severity: "error",
      kind: "inexpressible",
      title: "Empty label value",
      text: "How the Kubernetes plugin writes the tag of the empty value of {key} is not documented.",
      remedy: "Use a label with a value."
    },
    "named-port": {
      severity: "error",
      kind: "inexpressible",
      title: "Named port",
      text: 'Named ports ("{name}") are not supported yet.',
      remedy: "Use the port number."
    },
    "nodes-unknown": {
      severity: "error",
      kind: "inexpressible",
      title: "No node addresses",
      text: "Isolated pods have kubelet probes on the ports {ports}, but no Node address is known; without them the pods would lose their probes.",
      remedy: 'Add the Nodes to the input, give `nodes.addresses`, or set `nodes.toPods` to "off" in the profile.'
    },
    "one-family": {
      severity: "error",
      kind: "inexpressible",
      title: "One address family between pods",
      text: "The entry holds for {family} only, but both ends are pod groups, which hold both families.",
      remedy: "Add the block of the other family (::/0 beside 0.0.0.0/0), or select the pods by labels."
    },
    "pod-network-unknown": {
      severity: "error",
      kind: "inexpressible",
      title: "Pod network unknown",
      text: "The block {cidr} may hold addresses of pods, and the pod network is not known.",
      remedy: "Set `podCIDRs` in the cluster profile, or add the Nodes with spec.podCIDRs to the input."
    },
    "pod-outside-network": {
      severity: "error",
      kind: "inexpressible",
      title: "Pod outside the pod network",
      text: "The pod {pod} has the address {address}, which is not in the pod network ({network}); rules by address would miss it.",
      remedy: "Correct `podCIDRs` in the cluster profile, or spec.podCIDRs of the Nodes."
    },
    "sctp-refused": {
      severity: "error",
      kind: "inexpressible",
      title: "SCTP",
      text: "SCTP ports are refused: not every PAN-OS device has SCTP service objects.",
      remedy: 'Set `sctp` to "service" in the profile if the device takes them.'
    },
    "selector-negated": {
      severity: "error",
      kind: "inexpressible",
      title: "Negated pod expression",
      text: "The operator {operator} on the pod label {key} is not supported yet; dynamic address groups cannot negate.",
      remedy: "List the wanted values with In."
    },
    "service-addresses": {
      severity: "error",
      kind: "inexpressible",
      title: "Service addresses",
      text: "The cluster has Services with addresses ({count}, {sample} among them); rules for these are not supported yet.",
      remedy: 'Set `inspection` to "server-only" if clients\' packets are seen after the Service address was replaced.'
    },
    "service-application-default": {
      severity: "error",
      kind: "inexpressible",
      title: "Application-default against ports",
      text: "One side asks for application-default, the other names ports; no rule has both.",
      remedy: "Name the same ports on both sides, or remove the attribute."
    },
    "style-compact": {
      severity: "error",
      kind: "inexpressible",
      title: "Style compact",
      text: 'The style "compact" is not supported yet.',
      remedy: 'Use the style "readable".'
    },
    "tag-too-long": {
      severity: "error",
      kind: "inexpressible",
      title: "Tag too long",
      text: "The tag {tag} has {length} characters; the plugin cuts tags at 127 in a way that is not documented.",
      remedy: "Use a shorter label or namespace name, or a shorter cluster name in the plugin."
    },
    /*! Warnings about what was compiled. */
    "applications-disjoint": {
      severity: "warning",
      kind: "rejected",
      title: "No common application",
      text: "Its applications ({own}) and those of {other} ({others}) have none in common; the two allow nothing together.",
      remedy: "Name a common App-ID on both sides, or on one side only."
    },
    "attributes-differ": {
      severity: "warning",
      kind: "rejected",
      title: "Entries inspect the same traffic differently",
      text: "It allows traffic that {other} allows too, with other attributes; {first} decides.",
      remedy: "Give both the same attributes, or make their traffic distinct."
    },
    "categories-disjoint": {
      severity: "warning",
      kind: "rejected",
      title: "No common URL category",
      text: "Its URL categories ({own}) and those of {other} ({others}) have none in common; the two allow nothing together.",
      remedy: "Name a common category on both sides, or on one side only."
    },
    "entry-matches-nothing": {
      severity: "warning",
      kind: "inexpressible",
      title: "Matches nothing today",
      text: "{reason}.",
      remedy: "Nothing to do if that is meant; the rules follow as soon as something matches."
    },
    "families-assumed": {
      severity: "warning",
      kind: "inexpressible",
      title: "IPv4 assumed",
      text: "The input shows no pod address and no pod network; IPv4 is taken as the only family.",
      remedy: "Set `podCIDRs` in the cluster profile."
    },
    "inspection-differs": {
      severity: "warning",
      kind: "rejected",
      title: "Profile group against other profiles",
      text: "Its profiles and those of {other} cannot be joined, because one is a group; those of {receiver}, the receiver, hold.",
      remedy: "Use the same profile group on both sides."
    },
    "key-volatile": {
      severity: "warning",
      kind: "inexpressible",
      title: "Label changes by itself",
      text: "The values of the label {key} change by themselves; the rules name the values known now.",
      remedy: "Select by a stable label."
    }
  };

  // scripts/policy/diagnostics.ts
  /*! Makes a diagnostic; the compiler checks that the parameters are the ones that the code's text needs. */
  function diagnose(code, params2, where) {
    return { code: code, params: params2, where: where };
  }
  function severityOf(diagnostic) {
    return TABLE[diagnostic.code].severity;
  }
  function isError(diagnostic) {
    return severityOf(diagnostic) === "error";
  }
  /*! Adds what is not known yet (policy, file) to the places of diagnostics. */
  function placed(diagnostics, where) {
    return diagnostics.map(function(found) {
      return {
        code: found.code,
        params: found.params,
        where: {
          policy: found.where.policy || where.policy,
          path: found.where.path || where.path,
          file: found.where.file || where.file,
          together: found.where.together || where.together
        }
      };
    });
  }
  /*! A place that takes part with hundreds of others names the first ones. */

  // scripts/policy/nearest.ts
  /*! Finding the word that somebody probably meant to write. */
  /*!
   * The candidate nearest to `word`, ignoring case, if it is near enough (one wrong letter in words of three, two from six
   * letters on); the first one of equals.
   *
   * @example nearest('podselector', ['podSelector', 'policyTypes']) //=> 'podSelector'
   */
  function nearest(word, candidates) {
    var limit = word.length < 3 ? 0 : word.length < 6 ? 1 : 2;
    var best;
    var bestDistance = limit + 1;
    for (var _i = 0, candidates_1 = candidates; _i < candidates_1.length; _i++) {
      var candidate = candidates_1[_i];
      if (Math.abs(candidate.length - word.length) > limit)
        continue;
      var distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
      if (distance < bestDistance) {
        best = candidate;
        bestDistance = distance;
      }
    }
    return best;
  }
  /*! Levenshtein distance: letters to insert, delete or replace. */
  function editDistance(a, b) {
    var previous = [];
    for (var j = 0; j <= b.length; j++)
      previous.push(j);
    for (var i = 1; i <= a.length; i++) {
      var current = [i];
      for (var j = 1; j <= b.length; j++) {
        var replaced = previous[j - 1] + (a.charAt(i - 1) === b.charAt(j - 1) ? 0 : 1);
        current.push(Math.min(replaced, previous[j] + 1, current[j - 1] + 1));
      }
      previous = current;
    }
    return previous[b.length];
  }

  // scripts/policy/kubernetes/fieldhints.ts
  /*! What the author of an unknown field probably meant. */
  /*! Where the fields of a NetworkPolicy stand. */
  var PLACES = {
    cidr: "`ipBlock`",
    egress: "`spec`",
    endPort: "an element of `ports`",
    except: "`ipBlock`",
    from: "an element of `ingress`",
    ingress: "`spec`",
    ipBlock: "an element of `from` or `to`",
    matchExpressions: "a selector",
    matchLabels: "a selector",
    namespaceSelector: "an element of `from` or `to`",
    podSelector: "`spec`, or an element of `from` or `to`",
    policyTypes: "`spec`",
    port: "an element of `ports`",
    ports: "an element of `ingress` or `egress`",
    protocol: "an element of `ports`",
    to: "an element of `egress`",
    values: "an element of `matchExpressions`"
  };
  var SELECTOR_HINT = " Labels stand under `matchLabels`; a selector without `matchLabels` and `matchExpressions` selects everything.";
  /*! Fields of `metadata`, which mean something else where they stand in a peer or a selector. */
  var METADATA_FIELDS = ["annotations", "labels", "name", "namespace"];
  /*!
   * The hint for an unknown field, with a leading blank; '' where nothing comes to mind.
   *
   * @example unknownFieldHint('ingres', ['ingress', 'egress']) //=> ' Did you mean "ingress"?'
   * @example unknownFieldHint('from', ['ingress', 'egress']) //=> ' It belongs in an element of `ingress`.'
   */
  function unknownFieldHint(field, known) {
    var here = nearest(field, known);
    if (known.indexOf("matchLabels") >= 0)
      return here === void 0 ? SELECTOR_HINT : didYouMean(here);
    if (hasKey(PLACES, field))
      return " It belongs in " + PLACES[field] + ".";
    if (here !== void 0)
      return didYouMean(here);
    if (isOuter(known) && METADATA_FIELDS.indexOf(field) >= 0)
      return " It belongs in `metadata`.";
    var elsewhere = nearest(field, sortedKeys(PLACES));
    return elsewhere === void 0 ? "" : didYouMean(elsewhere) + " It belongs in " + PLACES[elsewhere] + ".";
  }
  function didYouMean(field) {
    return ' Did you mean "' + field + '"?';
  }
  /*! True for the fields of the policy itself and of its spec. */
  function isOuter(known) {
    return known.indexOf("spec") >= 0 || known.indexOf("policyTypes") >= 0;
  }

  // scripts/policy/kubernetes/read.ts
  var PROTOTYPE_KEY = { part: "key", value: "__proto__", reason: "it must start and end with a letter or digit" };
  /*! A text from the input is cut at this length in a diagnostic. */
  var MOST_SHOWN = 100;
  /*! A reader that has found nothing yet. */
  function createReader() {
    return { found: [] };
  }
  /*! Adds a finding at a field path. */
  function report(reader, code, params2, path) {
    reader.found.push(diagnose(code, params2, { path: path }));
  }
  /*! True where an error was found (warnings do not count). */
  function hasErrors(reader) {
    return reader.found.some(isError);
  }
  /*! True for undefined and null, which the API server treats alike. */
  function isAbsent2(value) {
    return value === void 0 || value === null;
  }
  /*! A text from the input, bounded, for the parameters of a diagnostic. */
  function shown(text2) {
    return text2.length > MOST_SHOWN ? text2.slice(0, MOST_SHOWN) + "..." : text2;
  }
  /*! What a value of a wrong type is, in words: `a list`, `the number 80`, `null`. */
  function describeValue(value) {
    if (value === null)
      return "null";
    if (Array.isArray(value))
      return "a list";
    if (typeof value === "object")
      return "an object";
    if (typeof value === "string")
      return 'the text "' + shown(value) + '"';
    if (typeof value === "number")
      return "the number " + String(value);
    return typeof value === "boolean" ? String(value) : "nothing";
  }
  /*! Adds a `field-type` finding. */
  function reportType(reader, expected, value, path) {
    report(reader, "field-type", { expected: expected, found: describeValue(value) }, path);
  }
  /*! The text, or undefined where it is absent or of another type. */
  function readString(reader, value, path) {
    if (typeof value === "string")
      return value;
    if (!isAbsent2(value))
      reportType(reader, textExpected(value), value, path);
    return void 0;
  }
  /*! The whole number (the API has no others here), or undefined. */
  function readInteger(reader, value, path) {
    if (typeof value === "number" && Math.floor(value) === value && isFinite(value))
      return value;
    if (!isAbsent2(value))
      reportType(reader, "a whole number", value, path);
    return void 0;
  }
  /*! The object, or undefined. */
  function readObject(reader, value, path) {
    if (isObject(value))
      return value;
    if (!isAbsent2(value))
      reportType(reader, "an object", value, path);
    return void 0;
  }
  /*! The list; absent reads as the empty list. */
  function readList(reader, value, path) {
    if (Array.isArray(value))
      return value;
    if (!isAbsent2(value))
      reportType(reader, "a list", value, path);
    return [];
  }
  /*! The texts of a list; other elements, null included, are reported and left out. */
  function readStringList(reader, value, path) {
    var texts = [];
    var list2 = readList(reader, value, path);
    for (var i = 0; i < list2.length; i++) {
      var element = list2[i];
      if (typeof element === "string")
        texts.push(element);
      else
        reportType(reader, textExpected(element), element, path + "[" + String(i) + "]");
    }
    return texts;
  }
  /*!
   * A map of texts; absent reads as empty. A null value is reported: the API server would read it as the empty text, a
   * person more likely means that it is not there.
   */
  function readStringMap(reader, value, path) {
    var object = readObject(reader, value, path);
    if (!object)
      return {};
    var map = {};
    for (var _i = 0, _a = sortedKeys(object); _i < _a.length; _i++) {
      var key = _a[_i];
      var text2 = object[key];
      /*! Assigning it would set the prototype; no label or annotation may have this key. */
      if (key === "__proto__")
        report(reader, "label-invalid", PROTOTYPE_KEY, path);
      else if (typeof text2 === "string")
        map[key] = text2;
      else
        reportType(reader, textExpected(text2), text2, keyPath(path, key));
    }
    return map;
  }
  /*! The path of one key of a map of texts, as the API server writes it: `metadata.labels[app]`. */
  function keyPath(path, key) {
    return path + "[" + shown(key) + "]";
  }
  /*! True for an object that is neither a list nor null. */
  function isObject(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
  }
  /*! A shallow copy that can be changed, without the fields of `dropped`. */
  function copyWithout(object, dropped) {
    var copy = {};
    for (var _i = 0, _a = Object.keys(object); _i < _a.length; _i++) {
      var field = _a[_i];
      /*! Assigning `__proto__` would give the copy fields that the object does not have. */
      if (field !== "__proto__" && !hasKey(dropped, field))
        copy[field] = object[field];
    }
    return copy;
  }
  /*! The fields of one place, for `checkFields`. */
  function fieldSet(names) {
    var known = {};
    for (var _i = 0, names_1 = names; _i < names_1.length; _i++) {
      var name = names_1[_i];
      known[name] = true;
    }
    return { names: names, known: known };
  }
  /*!
   * Warns of fields that the API does not have here. The API server drops them, which can turn a policy into its
   * opposite (`ingres:`), so each warning says what was probably meant.
   */
  function checkFields(reader, object, fields, path) {
    var unknown = false;
    for (var _i = 0, _a = Object.keys(object); _i < _a.length; _i++) {
      var name = _a[_i];
      if (!hasKey(fields.known, name))
        unknown = true;
    }
    if (!unknown)
      return;
    for (var _b = 0, _c = sortedKeys(object); _b < _c.length; _b++) {
      var name = _c[_b];
      if (hasKey(fields.known, name))
        continue;
      var hint = unknownFieldHint(name, fields.names);
      report(reader, "field-unknown", { field: shown(name), hint: hint }, path === "" ? name : path + "." + shown(name));
    }
  }
  function textExpected(value) {
    if (value === null)
      return 'a text (write "" for the empty one)';
    return typeof value === "number" || typeof value === "boolean" ? "a text (put it in quotes)" : "a text";
  }

  // scripts/policy/kubernetes/syntax.ts
  /*!
   * The syntax of names, labels and port names (Kubernetes documentation: "Object Names and IDs", "Labels and Selectors";
   * RFC 1123, RFC 6335). Each function says why a text is not valid, or undefined where it is.
   */
  var DNS_LABEL = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
  var DNS_SUBDOMAIN = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
  var LABEL_NAME = /^[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$/;
  /*! Names of namespaces (and of Services): an RFC 1123 label. */
  function namespaceNameFault(name) {
    if (name.length > 63)
      return "it has " + String(name.length) + " characters, at most 63 are allowed";
    return DNS_LABEL.test(name) ? void 0 : dnsFault(name, "");
  }
  /*! Names of most other objects: an RFC 1123 subdomain. */
  function objectNameFault(name) {
    if (name.length > 253)
      return "it has " + String(name.length) + " characters, at most 253 are allowed";
    return DNS_SUBDOMAIN.test(name) ? void 0 : dnsFault(name, ' and "."');
  }
  function dnsFault(name, more) {
    if (name === "")
      return "it is empty";
    if (/[A-Z]/.test(name))
      return "it has capital letters";
    var foreign = /[^-a-z0-9.]/.exec(name);
    if (foreign)
      return 'it has the character "' + foreign[0] + '"';
    if (more === "" && name.indexOf(".") >= 0)
      return 'it has a "."';
    return "each part between dots must start and end with a letter or digit";
  }
  /*! Label keys: an optional DNS prefix with a slash, and a name. */
  function labelKeyFault(key) {
    var slash = key.indexOf("/");
    var name = key.slice(slash + 1);
    if (slash === 0)
      return 'the prefix before the "/" is empty';
    if (slash > 0) {
      var fault = objectNameFault(key.slice(0, slash));
      if (fault !== void 0)
        return "its prefix must be a DNS name; " + fault;
    }
    if (name === "")
      return slash < 0 ? "it is empty" : 'the name after the "/" is empty';
    if (name.indexOf("/") >= 0)
      return 'it has more than one "/"';
    if (name.length > 63)
      return "its name has " + String(name.length) + " characters, at most 63 are allowed";
    return LABEL_NAME.test(name) ? void 0 : labelNameFault(name);
  }
  /*! Label values: empty, or like the name of a key. */
  function labelValueFault(value) {
    if (value === "")
      return void 0;
    if (value.length > 63)
      return "it has " + String(value.length) + " characters, at most 63 are allowed";
    return LABEL_NAME.test(value) ? void 0 : labelNameFault(value);
  }
  function labelNameFault(name) {
    var foreign = /[^-A-Za-z0-9_.]/.exec(name);
    if (foreign)
      return 'it has the character "' + foreign[0] + '"; letters, digits, "-", "_" and "." are allowed';
    return "it must start and end with a letter or digit";
  }
  /*! Annotation keys: as label keys, but letters of the prefix may be capital. */
  function annotationKeyFault(key) {
    return labelKeyFault(key.toLowerCase());
  }
  /*! Names of container ports (RFC 6335, lower case only). */
  function portNameFault(name) {
    if (name === "")
      return "it is empty";
    if (/^[0-9]+$/.test(name)) {
      return "in quotes it is the name of a port, and a name needs a letter; write " + name + " without quotes";
    }
    if (name.length > 15)
      return "a port name has at most 15 characters";
    if (!/^[-a-z0-9]+$/.test(name))
      return 'a port name has only lower-case letters, digits and "-"';
    if (!/[a-z]/.test(name))
      return "a port name needs a letter";
    if (name.indexOf("--") >= 0)
      return 'a port name has no two "-" in a row';
    if (name.charAt(0) === "-" || name.charAt(name.length - 1) === "-") {
      return 'a port name does not start or end with "-"';
    }
    return void 0;
  }

  // scripts/policy/kubernetes/readselector.ts
  /*! Reading a LabelSelector (Kubernetes API documentation, meta/v1 LabelSelector). */
  var SELECTOR = fieldSet(["matchLabels", "matchExpressions"]);
  var EXPRESSION = fieldSet(["key", "operator", "values"]);
  /*! The terms of a LabelSelector, sorted; an absent one reads as the empty selector. */
  function readSelector(reader, value, path) {
    var object = readObject(reader, value, path);
    if (!object)
      return [];
    checkFields(reader, object, SELECTOR, path);
    var terms = readMatchLabels(reader, object.matchLabels, path + ".matchLabels");
    var expressions = readList(reader, object.matchExpressions, path + ".matchExpressions");
    for (var i = 0; i < expressions.length; i++) {
      var term = readExpression(reader, expressions[i], path + ".matchExpressions[" + String(i) + "]");
      if (term)
        terms.push(term);
    }
    return terms.length < 2 ? terms : sortedTerms(terms);
  }
  function readMatchLabels(reader, value, path) {
    var labels = readStringMap(reader, value, path);
    var terms = [];
    for (var _i = 0, _a = sortedKeys(labels); _i < _a.length; _i++) {
      var key = _a[_i];
      checkLabel(reader, key, labels[key], path);
      terms.push({ key: key, operator: "In", values: [labels[key]] });
    }
    return terms;
  }
  /*! Reports a label whose key or value breaks the syntax. */
  function checkLabel(reader, key, value, path) {
    checkKey(reader, key, keyPath(path, key));
    checkValue(reader, value, keyPath(path, key));
  }
  function checkKey(reader, key, path) {
    var reason = labelKeyFault(key);
    if (reason !== void 0) {
      report(reader, "label-invalid", { part: "label key", value: shown(key), reason: reason }, path);
    }
  }
  function checkValue(reader, value, path) {
    var reason = labelValueFault(value);
    if (reason !== void 0) {
      report(reader, "label-invalid", { part: "label value", value: shown(value), reason: reason }, path);
    }
  }
  function readExpression(reader, value, path) {
    var object = isAbsent2(value) ? {} : readObject(reader, value, path);
    if (!object)
      return void 0;
    checkFields(reader, object, EXPRESSION, path);
    var key = readString(reader, object.key, path + ".key");
    var operator = readString(reader, object.operator, path + ".operator");
    var values = readStringList(reader, object.values, path + ".values");
    if (isAbsent2(object.key))
      report(reader, "field-missing", { expected: "the label key" }, path + ".key");
    if (isAbsent2(object.operator)) {
      report(reader, "field-missing", { expected: "In, NotIn, Exists or DoesNotExist" }, path + ".operator");
    }
    if (key === void 0 || operator === void 0)
      return void 0;
    checkKey(reader, key, path + ".key");
    for (var i = 0; i < values.length; i++)
      checkValue(reader, values[i], path + ".values[" + String(i) + "]");
    if (!isOperator(operator)) {
      report(reader, "operator-unknown", { operator: shown(operator) }, path + ".operator");
      return void 0;
    }
    checkValueCount(reader, operator, object.values, path + ".values");
    return { key: key, operator: operator, values: sortedUnique(values) };
  }
  function isOperator(text2) {
    return text2 === "In" || text2 === "NotIn" || text2 === "Exists" || text2 === "DoesNotExist";
  }
  /*! Looks at the list as written: what is of a wrong type in it has been reported already. */
  function checkValueCount(reader, operator, list2, path) {
    var isEmpty = isAbsent2(list2) || Array.isArray(list2) && list2.length === 0;
    var takesValues = operator === "In" || operator === "NotIn";
    if (takesValues && isEmpty) {
      report(reader, "expression-values", { operator: operator, rule: "needs values, and has none" }, path);
    }
    if (!takesValues && !isEmpty && Array.isArray(list2)) {
      report(reader, "expression-values", { operator: operator, rule: "takes no values, and has some" }, path);
    }
  }
  function sortedTerms(terms) {
    var sorted = stableSort(terms, compareTerms);
    return sorted.filter(function(term, index) {
      return index === 0 || compareTerms(term, sorted[index - 1]) !== 0;
    });
  }
  function compareTerms(a, b) {
    return compareText(a.key, b.key) || compareText(a.operator, b.operator) || /*! A comma stands in no label value. */
    compareText(a.values.join(","), b.values.join(","));
  }

  // scripts/policy/kubernetes/metadata.ts
  /*! The namespace of objects that name none, as `kubectl` has it. */
  var DEFAULT_NAMESPACE = "default";
  /*! The API server's limit for all annotations of an object, keys included. */
  var MOST_ANNOTATION_BYTES = 262144;
  var METADATA = fieldSet([
    "name",
    "generateName",
    "namespace",
    "labels",
    "annotations",
    "uid",
    "resourceVersion",
    "generation",
    "creationTimestamp",
    "deletionTimestamp",
    "deletionGracePeriodSeconds",
    "ownerReferences",
    "finalizers",
    "managedFields",
    "selfLink",
    "clusterName"
  ]);
  /*! Reads `metadata`; names, labels and annotation keys are checked for their syntax. */
  function readPolicyMetadata(reader, value) {
    if (isAbsent2(value))
      report(reader, "field-missing", { expected: "an object with a name" }, "metadata");
    var metadata = readObject(reader, value, "metadata");
    if (!metadata)
      return { id: { namespace: DEFAULT_NAMESPACE, name: "", uid: "" }, labels: {}, annotations: {} };
    checkFields(reader, metadata, METADATA, "metadata");
    return {
      id: {
        namespace: readNamespace(reader, metadata),
        name: readName(reader, metadata),
        uid: readString(reader, metadata.uid, "metadata.uid") || ""
      },
      labels: readLabels(reader, metadata.labels, "metadata.labels"),
      annotations: readAnnotations(reader, metadata.annotations)
    };
  }
  function readName(reader, metadata) {
    var name = readString(reader, metadata.name, "metadata.name");
    if (isAbsent2(metadata.name)) {
      var expected = isAbsent2(metadata.generateName) ? "a name" : "a name (generateName does not name anything yet)";
      report(reader, "field-missing", { expected: expected }, "metadata.name");
    }
    if (name === void 0)
      return "";
    var reason = objectNameFault(name);
    if (reason !== void 0) {
      report(reader, "name-invalid", { value: shown(name), what: "policy name", reason: reason }, "metadata.name");
    }
    return name;
  }
  function readNamespace(reader, metadata) {
    var namespace = readString(reader, metadata.namespace, "metadata.namespace");
    /*! The API server reads an empty namespace as none. */
    if (namespace === void 0 || namespace === "")
      return DEFAULT_NAMESPACE;
    var reason = namespaceNameFault(namespace);
    if (reason !== void 0) {
      var params2 = { value: shown(namespace), what: "namespace name", reason: reason };
      report(reader, "name-invalid", params2, "metadata.namespace");
    }
    return namespace;
  }
  /*! Labels, each checked for its syntax. */
  function readLabels(reader, value, path) {
    var labels = readStringMap(reader, value, path);
    for (var _i = 0, _a = sortedKeys(labels); _i < _a.length; _i++) {
      var key = _a[_i];
      checkLabel(reader, key, labels[key], path);
    }
    return labels;
  }
  function readAnnotations(reader, value) {
    var path = "metadata.annotations";
    var annotations = readStringMap(reader, value, path);
    var bytes = 0;
    for (var _i = 0, _a = sortedKeys(annotations); _i < _a.length; _i++) {
      var key = _a[_i];
      var reason = annotationKeyFault(key);
      if (reason !== void 0) {
        var params2 = { part: "annotation key", value: shown(key), reason: reason };
        report(reader, "label-invalid", params2, keyPath(path, key));
      }
      bytes += utf8Length(key) + utf8Length(annotations[key]);
    }
    if (bytes > MOST_ANNOTATION_BYTES) {
      report(reader, "annotations-too-long", { bytes: bytes, limit: MOST_ANNOTATION_BYTES }, path);
    }
    return annotations;
  }
  function utf8Length(text2) {
    /*! Most texts are ASCII; a scan by character is slow in Otto. */
    if (/^[ -~]*$/.test(text2))
      return text2.length;
    var bytes = 0;
    for (var i = 0; i < text2.length; i++) {
      var unit = text2.charCodeAt(i);
      var isSurrogate = unit >= 55296 && unit <= 57343;
      bytes += unit < 128 ? 1 : unit < 2048 || isSurrogate ? 2 : 3;
    }
    return bytes;
  }

  // scripts/policy/kubernetes/identity.ts
  /*! Who an object is: its kind, its API group, its place. Tolerant: what cannot be read is ''. */
  /*! The API group: '' for the core group, undefined where apiVersion is absent. */
  /*! One field of `metadata`; undefined where metadata is no object. */
  function metadataField(object, field) {
    return isObject(object.metadata) ? object.metadata[field] : void 0;
  }
  /*! The name; '' where there is none that can be read. */
  function nameOf(object) {
    var name = metadataField(object, "name");
    return typeof name === "string" ? name : "";
  }
  /*! The namespace, `default` where none is given. */
  function namespaceOf(object) {
    var namespace = metadataField(object, "namespace");
    return typeof namespace === "string" && namespace !== "" ? namespace : DEFAULT_NAMESPACE;
  }
  /*! The place of a diagnostic about an object that is no policy: `Pod shop/web: metadata.labels`. */
  function objectPath(object, path) {
    var namespace = metadataField(object, "namespace");
    var place = typeof namespace === "string" ? namespace + "/" : "";
    var name = String(object.kind) + " " + place + nameOf(object);
    return path === "" ? name : name + ": " + path;
  }

  // scripts/integration/outcome.ts
  /*!
   * @param given objects `{namespace, name, uid}`, texts `namespace/name`, a list of both, or either as JSON or comma-separated
   * text. Changes of other kinds than policies are passed over.
   * @throws a user error for an element that is neither
   */
  function readPolicyReferences(given) {
    var found = {};
    for (var _i = 0, _a = elementsOf(given); _i < _a.length; _i++) {
      var element = _a[_i];
      var reference = referenceOf(element);
      if (reference)
        found[reference.namespace + "/" + reference.name + "/" + reference.uid] = reference;
    }
    return sortedKeys(found).map(function(id) {
      return found[id];
    });
  }
  function elementsOf(given) {
    if (Array.isArray(given))
      return given;
    if (typeof given !== "string")
      return [given];
    var text2 = given.trim();
    if (text2.charAt(0) !== "[" && text2.charAt(0) !== "{")
      return text2.split(",");
    try {
      var value = JSON.parse(text2);
      return Array.isArray(value) ? value : [value];
    } catch (_a) {
      throw userError('The argument "policies" looks like JSON, but cannot be read as such.');
    }
  }
  function referenceOf(element) {
    if (isObject(element)) {
      if (hasKey(element, "kind") && element.kind !== "NetworkPolicy")
        return void 0;
      var uid = typeof element.uid === "string" ? element.uid : "";
      return checked(element.namespace, element.name, uid, JSON.stringify(element));
    }
    var text2 = String(element).trim();
    if (text2 === "")
      return void 0;
    var parts = text2.split("/");
    return checked(parts[0], parts.length === 2 ? parts[1] : void 0, "", text2);
  }
  function checked(namespace, name, uid, shown3) {
    if (typeof namespace === "string" && typeof name === "string" && NAME.test(namespace) && NAME.test(name)) {
      return { namespace: namespace, name: name, uid: uid };
    }
    throw userError('The argument "policies" holds ' + shown3.slice(0, 100) + '. Each policy must be a text "namespace/name", or an object with "namespace" and "name".');
  }
  /*! Names of the Kubernetes API (DNS subdomains). */
  var NAME = /^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/;
  /*! UID of an object; '' where it has none. */
  function uidOf(object) {
    var uid = metadataField(object, "uid");
    return typeof uid === "string" ? uid : "";
  }

  // scripts/policy/sha256.ts
  /*! SHA-256 (FIPS 180-4) over UTF-8, for hashes that approvals are bound to. */
  /*! The hash of a text as 64 hexadecimal digits. A lone surrogate counts as U+FFFD, as in the Encoding standard. */
  function sha256(text2) {
    var words = paddedWords(text2);
    var state = INITIAL.slice();
    var schedule = ROUNDS.slice();
    for (var start = 0; start < words.length; start += 16)
      compress(state, words, start, schedule);
    return state.map(hex).join("");
  }
  /*! FIPS 180-4, 5.3.3 and 4.2.2: the first 32 bits of the fractional parts of the square roots of the first 8 primes, and */
  /*! of the cube roots of the first 64. */
  var INITIAL = signed([
    1779033703,
    3144134277,
    1013904242,
    2773480762,
    1359893119,
    2600822924,
    528734635,
    1541459225
  ]);
  var ROUNDS = signed([
    1116352408,
    1899447441,
    3049323471,
    3921009573,
    961987163,
    1508970993,
    2453635748,
    2870763221,
    3624381080,
    310598401,
    607225278,
    1426881987,
    1925078388,
    2162078206,
    2614888103,
    3248222580,
    3835390401,
    4022224774,
    264347078,
    604807628,
    770255983,
    1249150122,
    1555081692,
    1996064986,
    2554220882,
    2821834349,
    2952996808,
    3210313671,
    3336571891,
    3584528711,
    113926993,
    338241895,
    666307205,
    773529912,
    1294757372,
    1396182291,
    1695183700,
    1986661051,
    2177026350,
    2456956037,
    2730485921,
    2820302411,
    3259730800,
    3345764771,
    3516065817,
    3600352804,
    4094571909,
    275423344,
    430227734,
    506948616,
    659060556,
    883997877,
    958139571,
    1322822218,
    1537002063,
    1747873779,
    1955562222,
    2024104815,
    2227730452,
    2361852424,
    2428436474,
    2756734187,
    3204031479,
    3329325298
  ]);
  /*! As bit operations give them: engines keep such lists as integers. */
  function signed(words) {
    return words.map(function(word) {
      return word | 0;
    });
  }
  /*! UTF-8, then a one bit, zeros, and the length in bits, as big-endian words; a multiple of 16 of them. */
  function paddedWords(text2) {
    var words = [];
    var word = 0;
    var length = 0;
    function add(byte) {
      word = word << 8 | byte;
      length++;
      if ((length & 3) === 0)
        words.push(word);
    }
    for (var _i = 0, _a = chunksOf(text2); _i < _a.length; _i++) {
      var chunk = _a[_i];
      var units = chunk.length;
      for (var i = 0; i < units; i++) {
        var code = codePointAt(chunk, i);
        if (code < 128) {
          /*! What add does, without a call: nearly all that is hashed is ASCII. */
          word = word << 8 | code;
          length++;
          if ((length & 3) === 0)
            words.push(word);
        } else if (code < 2048) {
          add(192 | code >> 6);
          add(128 | code & 63);
        } else if (code < 65536) {
          add(224 | code >> 12);
          add(128 | code >> 6 & 63);
          add(128 | code & 63);
        } else {
          i++;
          add(240 | code >> 18);
          add(128 | code >> 12 & 63);
          add(128 | code >> 6 & 63);
          add(128 | code & 63);
        }
      }
    }
    var bytes = length;
    add(128);
    while ((length & 63) !== 56)
      add(0);
    words.push(Math.floor(bytes / 536870912), bytes << 3 | 0);
    return words;
  }
  function codePointAt(text2, index) {
    var unit = text2.charCodeAt(index);
    if (unit < 55296 || unit > 57343)
      return unit;
    var next = index + 1 < text2.length ? text2.charCodeAt(index + 1) : 0;
    if (unit > 56319 || next < 56320 || next > 57343)
      return 65533;
    return 65536 + (unit - 55296 << 10) + (next - 56320);
  }
  /*! Rotations stand where they are needed: a call costs more than the operation in an engine that interprets. */
  function compress(state, words, start, schedule) {
    for (var i = 0; i < 16; i++)
      schedule[i] = words[start + i];
    for (var i = 16; i < 64; i++) {
      var early = schedule[i - 15];
      var late = schedule[i - 2];
      var small = (early >>> 7 | early << 25) ^ (early >>> 18 | early << 14) ^ early >>> 3;
      var large = (late >>> 17 | late << 15) ^ (late >>> 19 | late << 13) ^ late >>> 10;
      schedule[i] = schedule[i - 16] + small + schedule[i - 7] + large | 0;
    }
    var a = state[0];
    var b = state[1];
    var c = state[2];
    var d = state[3];
    var e = state[4];
    var f = state[5];
    var g = state[6];
    var h = state[7];
    for (var i = 0; i < 64; i++) {
      var sumE = (e >>> 6 | e << 26) ^ (e >>> 11 | e << 21) ^ (e >>> 25 | e << 7);
      var first = h + sumE + (e & f ^ ~e & g) + ROUNDS[i] + schedule[i] | 0;
      var sumA = (a >>> 2 | a << 30) ^ (a >>> 13 | a << 19) ^ (a >>> 22 | a << 10);
      var second = sumA + (a & b ^ a & c ^ b & c) | 0;
      h = g;
      g = f;
      f = e;
      e = d + first | 0;
      d = c;
      c = b;
      b = a;
      a = first + second | 0;
    }
    state[0] = state[0] + a | 0;
    state[1] = state[1] + b | 0;
    state[2] = state[2] + c | 0;
    state[3] = state[3] + d | 0;
    state[4] = state[4] + e | 0;
    state[5] = state[5] + f | 0;
    state[6] = state[6] + g | 0;
    state[7] = state[7] + h | 0;
  }
  /*! By halves: engines are slow at writing numbers that are no small integers. */
  function hex(word) {
    return hexOfHalf(word >>> 16) + hexOfHalf(word & 65535);
  }
  function hexOfHalf(half) {
    return (65536 + half).toString(16).slice(1);
  }

  // scripts/integration/client.ts
  /*! Beyond what the request holds on purpose; lists of large clusters take their time. */
  var TIMEOUT_SECONDS = 60;
  /*! Pauses before asking a busy server again; a longer `Retry-After` of its own counts, up to the last of them. */
  var PAUSES = [1, 2, 5];
  var LONGEST_PAUSE = 10;
  /*!
   * Sends a request. Answers that only say "busy" (429, 5xx) and lost connections are tried again three times.
   *
   * @throws a user error if there is no answer
   */
  function callApi(client, request) {
    for (var attempt2 = 0; ; attempt2++) {
      var outcome = attemptCall(client, request);
      var last = attempt2 >= PAUSES.length;
      if (outcome.kind === "failed") {
        if (last || isTrustProblem(outcome.reason))
          throw unreachable(client, outcome.reason);
        client.host.wait(PAUSES[attempt2]);
      } else {
        if (last || !isBusy(outcome.response))
          return outcome.response;
        client.host.wait(pauseFor(outcome.response, PAUSES[attempt2]));
      }
    }
  }
  function attemptCall(client, request) {
    var settings = client.settings;
    var headers = { Accept: "application/json", Authorization: "Bearer " + settings.token };
    if (request.body) {
      headers["Content-Type"] = request.method === "PATCH" ? "application/merge-patch+json" : "application/json";
    }
    try {
      var response = client.host.http({
        method: request.method,
        url: settings.url + request.path + queryText(request.query || {}),
        headers: headers,
        body: request.body ? JSON.stringify(request.body) : "",
        trust: settings.trust,
        route: settings.route,
        timeoutMilliseconds: (TIMEOUT_SECONDS + (request.holdSeconds || 0)) * 1e3
      });
      if (response.status === 0)
        return { kind: "failed", reason: "the answer has no status" };
      return { kind: "answer", response: __assign(__assign({}, response), { body: withoutToken(response.body, settings.token) }) };
    } catch (thrown) {
      var reason = thrown instanceof Error ? thrown.message : String(thrown);
      return { kind: "failed", reason: withoutToken(reason, settings.token) };
    }
  }
  /*! Servers, proxies and libraries may say back what they got; the token must not reach an entry. */
  function withoutToken(text2, token) {
    return text2.indexOf(token) < 0 ? text2 : text2.split(token).join("***");
  }
  /*! 504 with this text is no busy server, but one that knows less than it once did (restored from a backup). */
  var TOO_LARGE = "Too large resource version";
  /*! Whether the server's history ends before the version that was asked for. */
  function knowsTooLittle(answer) {
    return answer.status === 504 && answer.body.indexOf(TOO_LARGE) >= 0;
  }
  function isBusy(response) {
    return response.status === 429 || response.status >= 500 && !knowsTooLittle(response);
  }
  function pauseFor(response, usual) {
    var asked = response.headers["retry-after"];
    if (!asked || !/^[0-9]{1,4}$/.test(asked))
      return usual;
    return Math.min(LONGEST_PAUSE, Math.max(usual, Number(asked)));
  }
  function queryText(query) {
    var parts = Object.keys(query).sort().map(function(name) {
      return encodeURIComponent(name) + "=" + encodeURIComponent(query[name]);
    });
    return parts.length === 0 ? "" : "?" + parts.join("&");
  }
  function isTrustProblem(reason) {
    return /x509|certificate|tls:/i.test(reason);
  }
  function unreachable(client, reason) {
    var remedy2 = isTrustProblem(reason) ? "The server's certificate is not trusted here. Add the cluster's certificate authority to the trusted certificates of the XSOAR server or engine that runs this instance, and use a host name that the certificate has." : "Check the URL, and that the XSOAR server or engine that runs this instance reaches it (firewall, proxy, DNS).";
    return userError("The API server at " + client.settings.url + " cannot be reached: " + reason + ". " + remedy2);
  }

  // scripts/integration/refusals.ts
  var MOST_SHOWN2 = 300;
  /*! The error for an answer that is not what was asked for. */
  function refusal(access, answer) {
    var what = "The API server refused to " + access.verb + " " + resourceText(access.resource) + scopeText(access);
    return userError(what + " (status " + String(answer.status) + ": " + serverText(answer) + "). " + remedy(access, answer));
  }
  /*! The rule that a ClusterRole needs for an access. */
  function roleRule(resource, verbs) {
    return '{apiGroups: ["' + resource.group + '"], resources: ["' + resource.name + '"], verbs: ["' + verbs.join('", "') + '"]}';
  }
  /*! `networkpolicies (networking.k8s.io)`. */
  function resourceText(resource) {
    return resource.group === "" ? resource.name : resource.name + " (" + resource.group + ")";
  }
  function scopeText(access) {
    return access.namespace === "" ? " of the whole cluster" : " in the namespace " + access.namespace;
  }
  function remedy(access, answer) {
    switch (answer.status) {
      case 401:
        return "It does not accept the token: it is wrong or has expired. Make a new one and set it in the instance.";
      case 403:
        return "Add to the ClusterRole of the token's service account: " + roleRule(access.resource, [access.verb]) + ".";
      case 404:
        return "Check that the URL is that of a Kubernetes API server, without a path.";
      default:
        return "Try again; if it stays, look at the health of the API server.";
    }
  }
  /*! What the server says of itself, cut; a page of some proxy is only named. */
  function serverText(answer) {
    var status = parsedObject(answer.body);
    if (status && typeof status.message === "string" && status.message !== "")
      return cut(status.message);
    return answer.body.trim() === "" ? "no message" : "the answer is no Kubernetes status";
  }
  function cut(text2) {
    return text2.length > MOST_SHOWN2 ? text2.slice(0, MOST_SHOWN2) + "..." : text2;
  }
  /*!
   * The object in an answer.
   *
   * @throws a user error if it holds none, although its status is good: then something else than an API server answers
   */
  function objectIn(access, answer) {
    var object = parsedObject(answer.body);
    if (object)
      return object;
    throw userError("The answer to " + access.verb + " " + resourceText(access.resource) + " is no Kubernetes object. Check that the URL is that of the API server, and that no proxy answers in its place.");
  }
  /*! The object that a JSON text holds; undefined where it holds something else. */
  function parsedObject(text2) {
    try {
      var value = JSON.parse(text2);
      return isObject(value) ? value : void 0;
    } catch (_a) {
      return void 0;
    }
  }

  // scripts/integration/resources.ts
  var NETWORK_POLICIES = {
    name: "networkpolicies",
    group: "networking.k8s.io",
    version: "v1",
    kind: "NetworkPolicy"
  };
  var NAMESPACES = { name: "namespaces", group: "", version: "v1", kind: "Namespace" };
  var PODS = { name: "pods", group: "", version: "v1", kind: "Pod" };
  var SERVICES = { name: "services", group: "", version: "v1", kind: "Service" };
  var NODES = { name: "nodes", group: "", version: "v1", kind: "Node" };
  var EVENTS = { name: "events", group: "", version: "v1", kind: "Event" };
  var ENDPOINT_SLICES = {
    name: "endpointslices",
    group: "discovery.k8s.io",
    version: "v1",
    kind: "EndpointSlice"
  };
  /*! Kubernetes 1.33 and later. */
  var SERVICE_CIDRS = {
    name: "servicecidrs",
    group: "networking.k8s.io",
    version: "v1",
    kind: "ServiceCIDR"
  };
  /*! The same in Kubernetes 1.31 and 1.32, where it is switched on. */
  var SERVICE_CIDRS_BETA = __assign(__assign({}, SERVICE_CIDRS), { version: "v1beta1" });
  /*! The namespace whose UID tells clusters apart: every cluster has one, and it stays. */
  var CLUSTER_IDENTITY_NAMESPACE = "kube-system";
  /*! `apiVersion` of the objects of a resource. */
  function apiVersionOf(resource) {
    return resource.group === "" ? resource.version : resource.group + "/" + resource.version;
  }
  /*! The path of all objects of a resource in the cluster. */
  function clusterPath(resource) {
    return rootPath(resource) + "/" + resource.name;
  }
  /*! The path of the objects of a resource in one namespace. */
  function namespacePath(resource, namespace) {
    return rootPath(resource) + "/namespaces/" + encodeURIComponent(namespace) + "/" + resource.name;
  }
  function rootPath(resource) {
    return (resource.group === "" ? "/api/" : "/apis/") + apiVersionOf(resource);
  }

  // scripts/integration/events.ts
  /*! Who writes them. */
  var COMPONENT = "cnseries.panw.com/policy-watcher";
  /*! The API's own limit for the text of an Event. */
  var MOST_OF_MESSAGE = 1024;
  /*! So that name and hash fit into the 253 characters of a name. */
  var MOST_OF_NAME = 200;
  /*!
   * Writes an Event on a policy. The same outcome again only counts: the Event has a name made of its content, and if the
   * token may not count (patch), another one is created.
   *
   * @returns the answer of the last request; 200 or 201 where the Event is written
   */
  function writeEvent(client, policy, outcome) {
    var now = new Date(client.host.now()).toISOString().replace(/\.[0-9]+Z$/, "Z");
    var namespace = String(metadataField(policy, "namespace"));
    var path = namespacePath(EVENTS, namespace);
    var name = eventName(policy, outcome);
    var event = eventBody(policy, outcome, name, now);
    var created = callApi(client, { method: "POST", path: path, body: event });
    if (created.status !== 409)
      return created;
    var counted = countAgain(client, path + "/" + name, now);
    if (counted.status === 200)
      return counted;
    var other = name + "." + client.host.now().toString(16);
    return callApi(client, { method: "POST", path: path, body: eventBody(policy, outcome, other, now) });
  }
  /*! Two patches, since reading the count by itself would need one more permission: each answers with the whole Event. */
  function countAgain(client, path, now) {
    var touched = callApi(client, { method: "PATCH", path: path, body: { lastTimestamp: now } });
    if (touched.status !== 200)
      return touched;
    var event = parsedObject(touched.body);
    var count = event && typeof event.count === "number" ? event.count : 1;
    return callApi(client, { method: "PATCH", path: path, body: { count: count + 1 } });
  }
  function eventBody(policy, outcome, name, now) {
    var namespace = metadataField(policy, "namespace");
    return {
      apiVersion: apiVersionOf(EVENTS),
      kind: EVENTS.kind,
      metadata: { name: name, namespace: namespace },
      involvedObject: {
        apiVersion: apiVersionOf(NETWORK_POLICIES),
        kind: NETWORK_POLICIES.kind,
        namespace: namespace,
        name: nameOf(policy),
        uid: uidOf(policy),
        resourceVersion: metadataField(policy, "resourceVersion")
      },
      type: outcome.type,
      reason: outcome.reason,
      message: cutMessage(outcome.message),
      source: { component: COMPONENT },
      reportingComponent: COMPONENT,
      count: 1,
      firstTimestamp: now,
      lastTimestamp: now
    };
  }
  function eventName(policy, outcome) {
    var content = [uidOf(policy), outcome.type, outcome.reason, outcome.message].join("\n");
    var readable = nameOf(policy).slice(0, MOST_OF_NAME).replace(/[.-]+$/, "");
    return readable + "." + sha256(content).slice(0, 16);
  }
  function cutMessage(message) {
    return message.length <= MOST_OF_MESSAGE ? message : message.slice(0, MOST_OF_MESSAGE - 3) + "...";
  }

  // scripts/integration/list.ts
  /*! A server that never ends is stopped here. */
  var MOST_PAGES = 1e4;
  /*!
   * Lists a resource in pages, all of the same resourceVersion (Kubernetes API documentation,
   * "Retrieving large results sets in chunks"). Where the server forgets the version between two pages, the list is begun
   * once again.
   *
   * @param keep what to keep of each object, so that large lists need not be held; the object has apiVersion and kind
   * @throws a user error if the list is refused or cannot be had whole
   */
  function listAll(client, query, keep) {
    var first = listOnce(client, query, keep);
    if (first.kind === "whole")
      return first.listing;
    var second = listOnce(client, query, keep);
    if (second.kind === "whole")
      return second.listing;
    var reason = second.kind === "expired" ? "the server forgot it between two pages" : "its pages do not fit together";
    throw userError("The list of " + resourceText(query.resource) + " could not be read whole: " + reason + ', twice. Set a larger "page_size" in the instance, so that reading takes fewer pages.');
  }
  function listOnce(client, query, keep) {
    var access = { verb: "list", resource: query.resource, namespace: query.namespace || "" };
    var path = query.namespace ? namespacePath(query.resource, query.namespace) : clusterPath(query.resource);
    var items = [];
    var resourceVersion = "";
    var next = "";
    for (var page = 0; page < MOST_PAGES; page++) {
      var answer = callApi(client, { method: "GET", path: path, query: pageQuery(client, query, next) });
      if (answer.status === 410 && next !== "")
        return { kind: "expired" };
      if (answer.status !== 200)
        throw refusal(access, answer);
      var read = readPage(objectIn(access, answer));
      if (!read || page > 0 && read.resourceVersion !== resourceVersion)
        return { kind: "torn" };
      for (var _i = 0, _a = read.items; _i < _a.length; _i++) {
        var item = _a[_i];
        items.push(keep(named(item, query.resource)));
      }
      resourceVersion = read.resourceVersion;
      if (read.next === "")
        return { kind: "whole", listing: { resourceVersion: resourceVersion, items: items } };
      if (read.next === next)
        return { kind: "torn" };
      next = read.next;
    }
    return { kind: "torn" };
  }
  function pageQuery(client, query, next) {
    return __assign(__assign({ limit: String(client.settings.pageSize) }, query.selector === void 0 ? {} : { labelSelector: query.selector }), next === "" ? {} : { continue: next });
  }
  /*! undefined for an answer that is no page of a list: it must not read as an empty one. */
  function readPage(list2) {
    var metadata = isObject(list2.metadata) ? list2.metadata : {};
    var version = metadata.resourceVersion;
    var items = list2.items === null ? [] : list2.items;
    if (typeof version !== "string" || version === "" || !Array.isArray(items) || !items.every(isObject))
      return void 0;
    return {
      resourceVersion: version,
      items: items,
      next: typeof metadata.continue === "string" ? metadata.continue : ""
    };
  }
  /*! Items of lists leave out what the list says of all of them. */
  function named(item, resource) {
    return __assign(__assign({}, item), { apiVersion: apiVersionOf(resource), kind: resource.kind });
  }

  // scripts/policy/values/addresses.ts
  /*!
   * IP addresses and sets of them, in both families. An address is a list of 16-bit words, most significant first: two
   * for IPv4, eight for IPv6 (ES5.1 has no integers of 128 bits).
   */
  var EVERY_IPV4 = [{ from: [0, 0], to: [65535, 65535] }];
  var EVERY_IPV6 = [{ from: repeated(0, 8), to: repeated(65535, 8) }];
  var EVERY_ADDRESS = [EVERY_IPV4[0], EVERY_IPV6[0]];
  function repeated(word, count) {
    var words = [];
    for (var i = 0; i < count; i++)
      words.push(word);
    return words;
  }
  function familyOf(address) {
    return address.length === 2 ? "IPv4" : "IPv6";
  }
  /*! All addresses of one family. */
  /*! Parses `10.1.2.3` or `2001:db8::1` (also with a dotted tail); undefined where the text is neither. */
  function parseAddress(text2) {
    return text2.indexOf(":") < 0 ? parseIPv4(text2) : parseIPv6(text2);
  }
  function parseIPv4(text2) {
    var parts = text2.split(".");
    if (parts.length !== 4)
      return void 0;
    var bytes = [];
    for (var _i = 0, parts_1 = parts; _i < parts_1.length; _i++) {
      var part = parts_1[_i];
      if (!/^(0|[1-9][0-9]{0,2})$/.test(part) || Number(part) > 255)
        return void 0;
      bytes.push(Number(part));
    }
    return [bytes[0] * 256 + bytes[1], bytes[2] * 256 + bytes[3]];
  }
  function parseIPv6(text2) {
    var halves = text2.split("::");
    /*! Dotted decimals may only end the whole. */
    if (halves.length > 2 || halves.length === 2 && halves[0].indexOf(".") >= 0)
      return void 0;
    var head = parseWords(halves[0]);
    var tail = halves.length === 2 ? parseWords(halves[1]) : [];
    if (!head || !tail)
      return void 0;
    var missing = 8 - head.length - tail.length;
    if (halves.length === 1 ? missing !== 0 : missing < 1)
      return void 0;
    return head.concat(repeated(0, missing), tail);
  }
  function parseWords(text2) {
    if (text2 === "")
      return [];
    var words = [];
    var parts = text2.split(":");
    for (var i = 0; i < parts.length; i++) {
      var dotted = i === parts.length - 1 && parts[i].indexOf(".") >= 0 ? parseIPv4(parts[i]) : void 0;
      if (dotted)
        words.push(dotted[0], dotted[1]);
      else if (/^[0-9a-fA-F]{1,4}$/.test(parts[i]))
        words.push(parseInt(parts[i], 16));
      else
        return void 0;
    }
    return words;
  }
  /*! Parses a CIDR block, host bits cleared; undefined where the text is none. */
  function parseCidr(text2) {
    var slash = text2.indexOf("/");
    var address = slash < 0 ? void 0 : parseAddress(text2.slice(0, slash));
    var length = text2.slice(slash + 1);
    if (!address || !/^(0|[1-9][0-9]{0,2})$/.test(length) || Number(length) > address.length * 16)
      return void 0;
    return blockOf(address, Number(length));
  }
  /*! The block of the given prefix length that holds the address. */
  function blockOf(address, prefix) {
    var from = [];
    var to = [];
    for (var i = 0; i < address.length; i++) {
      var bits = Math.min(16, Math.max(0, prefix - i * 16));
      var hostMask = 65535 >>> bits;
      from.push(address[i] & ~hostMask & 65535);
      to.push(address[i] | hostMask);
    }
    return { from: from, to: to };
  }
  /*! The set of one address. */
  /*! Negative, zero or positive; IPv4 sorts before IPv6. */
  function compareAddresses(a, b) {
    if (a.length !== b.length)
      return a.length - b.length;
    for (var i = 0; i < a.length; i++)
      if (a[i] !== b[i])
        return a[i] - b[i];
    return 0;
  }
  /*! The next address, or undefined after the last one of the family. */
  /*! The previous address, or undefined before the first one of the family. */
  /*! The set that holds exactly the addresses of the ranges, in normal form. */
  /*! The addresses of `a` that are not in `b`: CIDR subtraction, as `ipBlock.except` needs it. */
  function isAddressSubset(a, b) {
    return a.every(function(range) {
      return b.some(function(other) {
        return range.from.length === other.from.length && compareAddresses(other.from, range.from) <= 0 && compareAddresses(range.to, other.to) <= 0;
      });
    });
  }
  /*! The families that the set has addresses of. */

  // scripts/policy/values/addresstext.ts
  /*! Address sets as the texts that PAN-OS takes in `source` and `destination`: addresses, CIDR blocks, ranges `a-b`. */
  /*! A range that needs more blocks than this is written as `a-b`: one member instead of many. */
  /*! PAN-OS counts IPv4 as a part of IPv6: `::/0` and every block that covers the IPv4-mapped addresses takes in IPv4 */
  /*! (administrator's guide 10.2, "Policy"). Nothing on a wire has these addresses, so that IPv6 members leave them out. */
  /*! The address as text; IPv6 compressed as RFC 5952 says. */
  function addressText(address) {
    if (familyOf(address) === "IPv4") {
      return [address[0] >> 8, address[0] & 255, address[1] >> 8, address[1] & 255].join(".");
    }
    var gap = longestZeroRun(address);
    var words = address.map(function(word) {
      return word.toString(16);
    });
    if (gap.length < 2)
      return words.join(":");
    return words.slice(0, gap.start).join(":") + "::" + words.slice(gap.start + gap.length).join(":");
  }
  function longestZeroRun(words) {
    var best = { start: 0, length: 0 };
    var start = 0;
    for (var i = 0; i <= words.length; i++) {
      if (i < words.length && words[i] === 0)
        continue;
      if (i - start > best.length)
        best = { start: start, length: i - start };
      start = i + 1;
    }
    return best;
  }
  /*! The members that name exactly the set: ascending, IPv4 first. The empty set has none. */
  /*! The CIDR blocks of a range, or undefined where there are more than `most`. A block of one address is the address. */
  /*! The shortest prefix whose block starts at `from` and ends at or before `to`. */

  // scripts/policy/kubernetes/cidrtext.ts
  /*!
   * Reads a CIDR block. The API server takes host bits and clears them (10.1.2.3/8 is 10.0.0.0/8), and so does this.
   * Leading zeros, which it takes in old objects, are refused: they read as decimal or as octal, depending on the reader
   * (CVE-2021-29923), and newer servers refuse them too. So is an IPv4 address written as an IPv6 one.
   *
   * @example readCidr('10.1.2.3/8') //=> { kind: 'cidr', text: '10.0.0.0/8', ... }
   * @example readCidr('10.0.0.1') //=> { kind: 'invalid', reason: 'it has no prefix length; ...' }
   */
  function readCidr(text2) {
    var range = parseCidr(text2);
    if (!range)
      return { kind: "invalid", reason: cidrFault(text2) };
    if (isMappedIPv4(range.from))
      return { kind: "invalid", reason: "it is an IPv4 address written as an IPv6 one" };
    var prefix = text2.slice(text2.indexOf("/") + 1);
    return { kind: "cidr", text: addressText(range.from) + "/" + prefix, range: range };
  }
  /*! The address in canonical text (IPv6 compressed, lower case), or undefined where the text is no address. */
  function canonicalAddress(text2) {
    var address = parseAddress(text2);
    return address && !isMappedIPv4(address) ? addressText(address) : void 0;
  }
  /*! The family of an address text that `canonicalAddress` made. */
  function familyOfText(address) {
    return address.indexOf(":") < 0 ? "IPv4" : "IPv6";
  }
  /*! True where `inner` is a smaller block inside `outer`; blocks of different families never are. */
  function isStrictlyInside(inner, outer) {
    var equal = compareAddresses(inner.from, outer.from) === 0 && compareAddresses(inner.to, outer.to) === 0;
    return !equal && isAddressSubset([inner], [outer]);
  }
  function isMappedIPv4(address) {
    if (familyOf(address) !== "IPv6" || address[5] !== 65535)
      return false;
    return address.slice(0, 5).every(function(word) {
      return word === 0;
    });
  }
  function cidrFault(text2) {
    var slash = text2.indexOf("/");
    var address = slash < 0 ? text2 : text2.slice(0, slash);
    var isIPv6 = address.indexOf(":") >= 0;
    var bits = isIPv6 ? "128" : "32";
    if (text2 === "")
      return "it is empty";
    if (/^\s|\s$/.test(text2))
      return "it has a blank at an end";
    if (!isIPv6 && /(^|\.)0[0-9]/.test(address))
      return "its address has leading zeros, which some read as octal";
    if (!parseAddress(address)) {
      return isIPv6 ? '"' + address + '" is not an IPv6 address' : '"' + address + '" is not an IPv4 address';
    }
    if (slash < 0)
      return "it has no prefix length; the single address is " + address + "/" + bits;
    if (/^0[0-9]/.test(text2.slice(slash + 1)))
      return "its prefix length has leading zeros";
    return "the prefix length must be a number from 0 to " + bits;
  }

  // scripts/policy/kubernetes/namespaces.ts
  /*! The label that the control plane sets on each namespace (Kubernetes documentation, well-known labels). */
  /*! Pods whose annotation, or whose namespace's, starts with the value are sent through the CN-Series firewall. */
  var FIREWALL_ANNOTATION = "paloaltonetworks.com/firewall";
  var FIREWALL_VALUE = /^pan-fw/;
  /*!
   * All namespaces, by name: the Namespace objects, and those that only other objects name, which exist without labels of
   * their own.
   */
  /*! Whether the object (a pod, a pod template, a namespace) carries the CN-Series firewall annotation. */
  function isFirewallAnnotated(object) {
    var annotations = metadataField(object, "annotations");
    if (!isObject(annotations) || !hasKey(annotations, FIREWALL_ANNOTATION))
      return false;
    var value = annotations[FIREWALL_ANNOTATION];
    return typeof value === "string" && FIREWALL_VALUE.test(value);
  }

  // scripts/policy/kubernetes/pods.ts
  var PROBES = ["livenessProbe", "readinessProbe", "startupProbe"];
  /*! True for pods that have ended: they have no address any more. */
  function hasEnded(pod) {
    var status = isObject(pod.status) ? pod.status : {};
    return status.phase === "Succeeded" || status.phase === "Failed";
  }
  /*! Reads a Pod object; undefined (with a diagnostic) where its labels cannot be read. */
  function readPod(reader, pod) {
    var addresses = podAddresses(pod);
    return readPodLike(reader, pod, pod, {
      name: nameOf(pod),
      addresses: addresses,
      count: 1
    });
  }
  /*! Reads the pods that a workload makes from its pod template, which has the form of a pod. */
  function readPodLike(reader, owner, pod, own) {
    var before = reader.found.length;
    var metadata = isObject(pod.metadata) ? pod.metadata : {};
    var path = owner === pod ? "metadata.labels" : "spec.template.metadata.labels";
    var labels = readStringMap(reader, metadata.labels, objectPath(owner, path));
    if (reader.found.length > before)
      return void 0;
    var spec = isObject(pod.spec) ? pod.spec : {};
    var containers = servingContainers(spec);
    return {
      namespace: namespaceOf(owner),
      name: own.name,
      labels: labels,
      namedPorts: namedPortsOf(containers),
      probePorts: probePortsOf(containers),
      hostNetwork: spec.hostNetwork === true,
      firewallAnnotated: isFirewallAnnotated(pod),
      addresses: own.addresses,
      families: sortedUnique(own.addresses.map(familyOfText)),
      count: own.count
    };
  }
  /*! Containers that run beside each other: the ordinary ones, and init containers that restart always (sidecars). */
  function servingContainers(spec) {
    var sidecars = objectsOf(spec.initContainers).filter(function(container) {
      return container.restartPolicy === "Always";
    });
    return objectsOf(spec.containers).concat(sidecars);
  }
  function namedPortsOf(containers) {
    var ports = [];
    for (var _i = 0, containers_1 = containers; _i < containers_1.length; _i++) {
      var container = containers_1[_i];
      for (var _a = 0, _b = objectsOf(container.ports); _a < _b.length; _a++) {
        var port = _b[_a];
        if (typeof port.name !== "string" || port.name === "" || typeof port.containerPort !== "number")
          continue;
        ports.push({ name: port.name, protocol: protocolOf(port), port: port.containerPort });
      }
    }
    if (ports.length < 2)
      return ports;
    var sorted = stableSort(ports, compareNamedPorts);
    return sorted.filter(function(port2, index) {
      return index === 0 || compareNamedPorts(port2, sorted[index - 1]) !== 0;
    });
  }
  function compareNamedPorts(a, b) {
    return compareText(a.name, b.name) || compareText(a.protocol, b.protocol) || a.port - b.port;
  }
  function protocolOf(port) {
    return port.protocol === "UDP" || port.protocol === "SCTP" ? port.protocol : "TCP";
  }
  /*! The ports that the kubelet connects to at the pod's address, for health checks; hooks are no health checks. */
  function probePortsOf(containers) {
    var ports = [];
    for (var _i = 0, containers_2 = containers; _i < containers_2.length; _i++) {
      var container = containers_2[_i];
      for (var _a = 0, PROBES_1 = PROBES; _a < PROBES_1.length; _a++) {
        var field = PROBES_1[_a];
        var probe = container[field];
        var port = isObject(probe) ? probePort(container, probe) : void 0;
        if (port !== void 0 && ports.indexOf(port) < 0)
          ports.push(port);
      }
    }
    return ports.sort(function(a, b) {
      return a - b;
    });
  }
  function probePort(container, probe) {
    var handler = isObject(probe.httpGet) ? probe.httpGet : isObject(probe.tcpSocket) ? probe.tcpSocket : probe.grpc;
    if (!isObject(handler))
      return void 0;
    /*! A probe with a host of its own does not go to the pod's address. */
    if (typeof handler.host === "string" && handler.host !== "")
      return void 0;
    if (typeof handler.port === "number")
      return handler.port;
    for (var _i = 0, _a = objectsOf(container.ports); _i < _a.length; _i++) {
      var port = _a[_i];
      if (port.name === handler.port && typeof port.containerPort === "number")
        return port.containerPort;
    }
    /*! The kubelet also takes a number that is written as text. */
    return typeof handler.port === "string" && /^[0-9]{1,5}$/.test(handler.port) ? Number(handler.port) : void 0;
  }
  function podAddresses(pod) {
    var status = isObject(pod.status) ? pod.status : {};
    var texts = objectsOf(status.podIPs).map(function(entry) {
      return entry.ip;
    });
    return canonicalAddresses(texts.concat([status.podIP]));
  }
  /*! The addresses among the values as canonical texts, sorted, without duplicates. */
  function canonicalAddresses(values) {
    var addresses = [];
    for (var _i = 0, values_1 = values; _i < values_1.length; _i++) {
      var value = values_1[_i];
      var address = typeof value === "string" ? canonicalAddress(value) : void 0;
      if (address !== void 0)
        addresses.push(address);
    }
    return sortedUnique(addresses);
  }
  /*! The objects of a list; anything else is passed over. */
  function objectsOf(value) {
    return Array.isArray(value) ? value.filter(isObject) : [];
  }

  // scripts/integration/slim.ts
  var SNAPSHOT_RESOURCES = [
    { resource: NETWORK_POLICIES, slim: slimPolicy },
    { resource: NAMESPACES, slim: slimNamespace },
    { resource: SERVICES, slim: slimService },
    { resource: ENDPOINT_SLICES, slim: slimEndpointSlice },
    { resource: NODES, slim: slimNode },
    { resource: SERVICE_CIDRS, slim: slimServiceCidr },
    { resource: PODS, slim: slimPod }
  ];
  var FIREWALL_ANNOTATION2 = "paloaltonetworks.com/firewall";
  function slimPolicy(object) {
    return withoutManagedFields(object);
  }
  /*! The object as it is, without the bookkeeping of its field managers. */
  function withoutManagedFields(object) {
    if (!isObject(object.metadata))
      return object;
    return __assign(__assign({}, object), { metadata: copyWithout(object.metadata, { managedFields: true }) });
  }
  function slimNamespace(object) {
    return __assign(__assign({}, identity(object)), { metadata: slimMetadata(object) });
  }
  function slimService(object) {
    var fields = ["type", "clusterIP", "clusterIPs", "selector"];
    var spec = picked(object.spec, fields);
    var ports = objectsOf(isObject(object.spec) ? object.spec.ports : void 0).map(function(port) {
      return picked(port, ["name", "protocol", "port", "targetPort"]);
    });
    return __assign(__assign({}, identity(object)), { metadata: slimMetadata(object), spec: __assign(__assign({}, spec), { ports: ports }) });
  }
  function slimEndpointSlice(object) {
    var endpoints = objectsOf(object.endpoints).map(function(endpoint) {
      return picked(endpoint, ["addresses"]);
    });
    var ports = objectsOf(object.ports).map(function(port) {
      return picked(port, ["name", "protocol", "port"]);
    });
    return __assign(__assign({}, identity(object)), { metadata: slimMetadata(object), addressType: object.addressType, endpoints: endpoints, ports: ports });
  }
  function slimNode(object) {
    var status = isObject(object.status) ? object.status : {};
    var addresses = objectsOf(status.addresses).map(function(entry) {
      return picked(entry, ["type", "address"]);
    });
    return __assign(__assign({}, identity(object)), { metadata: picked(object.metadata, ["name", "uid"]), spec: picked(object.spec, ["podCIDR", "podCIDRs"]), status: { addresses: addresses } });
  }
  function slimServiceCidr(object) {
    return __assign(__assign({}, identity(object)), { metadata: picked(object.metadata, ["name", "uid"]), spec: picked(object.spec, ["cidrs"]) });
  }
  function slimPod(object) {
    var spec = isObject(object.spec) ? object.spec : {};
    var owners = objectsOf(metadataField(object, "ownerReferences")).map(function(owner) {
      return picked(owner, ["apiVersion", "kind", "name", "uid", "controller"]);
    });
    var metadata = slimMetadata(object);
    var containers = objectsOf(spec.containers).map(slimContainer);
    var initContainers = objectsOf(spec.initContainers).map(slimContainer);
    return __assign(__assign({}, identity(object)), { metadata: owners.length === 0 ? metadata : __assign(__assign({}, metadata), { ownerReferences: owners }), spec: __assign(__assign(__assign({}, picked(spec, ["hostNetwork", "nodeName"])), { containers: containers }), initContainers.length === 0 ? {} : { initContainers: initContainers }), status: slimPodStatus(object) });
  }
  function slimPodStatus(object) {
    return picked(object.status, ["phase", "podIP", "podIPs", "hostIP", "hostIPs"]);
  }
  function slimContainer(container) {
    var ports = objectsOf(container.ports).map(function(port) {
      return picked(port, ["name", "containerPort", "protocol", "hostPort"]);
    });
    var probes = {};
    for (var _i = 0, _a = ["livenessProbe", "readinessProbe", "startupProbe"]; _i < _a.length; _i++) {
      var field = _a[_i];
      var probe = container[field];
      if (isObject(probe))
        probes[field] = slimProbe(probe);
    }
    return __assign(__assign(__assign({}, picked(container, ["name", "restartPolicy"])), ports.length === 0 ? {} : { ports: ports }), probes);
  }
  /*! Where the probe goes; headers and commands may hold secrets. */
  function slimProbe(probe) {
    var slim = {};
    for (var _i = 0, _a = ["httpGet", "tcpSocket", "grpc"]; _i < _a.length; _i++) {
      var handler = _a[_i];
      if (isObject(probe[handler]))
        slim[handler] = picked(probe[handler], ["host", "port"]);
    }
    return slim;
  }
  function identity(object) {
    return { apiVersion: object.apiVersion, kind: object.kind };
  }
  /*! Name, namespace, UID and labels, and of the annotations the one of the firewall. */
  function slimMetadata(object) {
    var metadata = picked(object.metadata, ["name", "namespace", "uid", "labels"]);
    var annotations = metadataField(object, "annotations");
    var firewall = picked(annotations, [FIREWALL_ANNOTATION2]);
    return Object.keys(firewall).length === 0 ? metadata : __assign(__assign({}, metadata), { annotations: firewall });
  }
  function picked(value, fields) {
    var found = {};
    if (!isObject(value))
      return found;
    for (var _i = 0, fields_1 = fields; _i < fields_1.length; _i++) {
      var field = fields_1[_i];
      if (value[field] !== void 0 && value[field] !== null)
        found[field] = value[field];
    }
    return found;
  }

  // scripts/integration/report.ts
  /*! One command writes so many Events at most, and for so long; what is left is named. */
  var MOST_POLICIES = 200;
  var MOST_SECONDS = 45;
  /*! Writes an outcome as an Event on each policy. What fails for one keeps no other from its Event. */
  function reportOutcome(client, references, outcome) {
    if (!/^[A-Z][A-Za-z0-9]{0,127}$/.test(outcome.reason)) {
      throw userError('The argument "reason" is "' + outcome.reason + '". It must be one word, for example RulesApplied.');
    }
    var end = client.host.now() + MOST_SECONDS * 1e3;
    var reports = {};
    var result = { written: 0, skipped: [], failures: [] };
    for (var i = 0; i < references.length; i++) {
      var reference = references[i];
      var namespace = reference.namespace;
      if (i >= MOST_POLICIES || client.host.now() > end) {
        var rest = String(references.length - i) + " more policies, from " + shown2(reference) + " on";
        result.skipped.push(rest + ": too many for one command");
        break;
      }
      if (!hasKey(reports, namespace))
        reports[namespace] = policiesIn(client, namespace);
      var here = reports[namespace];
      if (here.kind === "refused")
        result.failures.push(here.reason);
      else
        reportOn(client, here.policies, reference, outcome, result);
    }
    return { written: result.written, skipped: result.skipped, failures: sortedUnique(result.failures) };
  }
  function reportOn(client, policies, reference, outcome, result) {
    var policy = hasKey(policies, reference.name) ? policies[reference.name] : void 0;
    if (!policy || reference.uid !== "" && uidOf(policy) !== reference.uid) {
      result.skipped.push(shown2(reference) + (policy ? ": replaced by a new policy of this name" : ": it is gone"));
      return;
    }
    var answer = writeEvent(client, policy, outcome);
    if (answer.status === 200 || answer.status === 201)
      result.written++;
    else
      result.failures.push(refusal({ verb: "create", resource: EVENTS, namespace: reference.namespace }, answer).message);
  }
  function shown2(reference) {
    return reference.namespace + "/" + reference.name;
  }
  /*! The policies of a namespace by name; a namespace that is gone has none. */
  function policiesIn(client, namespace) {
    try {
      var found = {};
      var query = { resource: NETWORK_POLICIES, namespace: namespace };
      for (var _i = 0, _a = listAll(client, query, withoutManagedFields).items; _i < _a.length; _i++) {
        var policy = _a[_i];
        found[nameOf(policy)] = policy;
      }
      return { kind: "read", policies: found };
    } catch (thrown) {
      return { kind: "refused", reason: errorMessage(thrown) };
    }
  }

  // scripts/integration/clusterid.ts
  /*! The UID that tells this cluster from every other: that of its namespace kube-system. */
  function readClusterUID(client) {
    var access = { verb: "get", resource: NAMESPACES, namespace: CLUSTER_IDENTITY_NAMESPACE };
    var path = clusterPath(NAMESPACES) + "/" + CLUSTER_IDENTITY_NAMESPACE;
    var answer = callApi(client, { method: "GET", path: path });
    if (answer.status !== 200)
      throw refusal(access, answer);
    var uid = metadataField(objectIn(access, answer), "uid");
    if (typeof uid === "string" && uid !== "")
      return uid;
    throw userError("The namespace " + CLUSTER_IDENTITY_NAMESPACE + " has no UID, so that the cluster cannot be told from others.");
  }

  // scripts/integration/fingerprints.ts
  /*!
   * What of an object the rules depend on, as a hash: objects with the same fingerprint make the same rules. Status,
   * managedFields and whatever else changes by itself is not in it.
   */
  /*! 80 bits of SHA-256: nobody finds another content with the same. */
  var LENGTH = 20;
  /*! The fingerprint of plain data. */
  function fingerprintOf(value) {
    return sha256(canonicalJson(value)).slice(0, LENGTH);
  }
  /*! What `kubectl apply` remembers, and what this product itself writes back. */
  var VOLATILE_ANNOTATION = /^(kubectl\.kubernetes\.io\/last-applied-configuration$|status\.np\.panw\.com\/)/;
  /*! What a NetworkPolicy says: a new policy of the same name counts as another one. */
  function policyContent(policy) {
    return {
      uid: metadataField(policy, "uid"),
      labels: metadataField(policy, "labels") || {},
      annotations: lastingAnnotations(policy),
      spec: policy.spec
    };
  }
  function lastingAnnotations(policy) {
    var annotations = metadataField(policy, "annotations");
    var lasting = {};
    if (!isObject(annotations))
      return lasting;
    for (var _i = 0, _a = Object.keys(annotations); _i < _a.length; _i++) {
      var key = _a[_i];
      if (!VOLATILE_ANNOTATION.test(key))
        lasting[key] = annotations[key];
    }
    return lasting;
  }
  /*! Namespaces are selected by their labels; the annotation says whether the firewall sees their pods. */
  function namespaceContent(namespace) {
    return { labels: metadataField(namespace, "labels") || {}, firewall: isFirewallAnnotated(namespace) };
  }
  /*! A Service's addresses, what it selects, its ports, and its labels, which become tags. */
  function serviceContent(service) {
    var spec = isObject(service.spec) ? service.spec : {};
    return {
      labels: metadataField(service, "labels") || {},
      type: spec.type,
      clusterIP: spec.clusterIP,
      clusterIPs: spec.clusterIPs,
      selector: spec.selector,
      ports: objectsOf(spec.ports).map(function(port) {
        return { name: port.name, protocol: port.protocol, port: port.port, targetPort: port.targetPort };
      })
    };
  }
  /*! A Node's own addresses and the range of its pods; its conditions change all the time. */
  function nodeContent(node) {
    var status = isObject(node.status) ? node.status : {};
    var spec = isObject(node.spec) ? node.spec : {};
    var addresses = objectsOf(status.addresses).map(function(entry) {
      return String(entry.type) + " " + String(entry.address);
    });
    return { addresses: addresses.sort(), podCIDR: spec.podCIDR, podCIDRs: spec.podCIDRs };
  }
  /*! The label of an EndpointSlice with the name of its Service, and the one with the controller that keeps it. */
  var SERVICE_NAME = "kubernetes.io/service-name";
  var MANAGED_BY = "endpointslice.kubernetes.io/managed-by";
  var POD_CONTROLLER = "endpointslice-controller.k8s.io";
  /*!
   * A label selector for the slices that do not follow from pods: those that people write, or that mirror what people
   * wrote. The others change whenever a pod does, and say nothing more than the pods.
   */
  var OWN_ENDPOINTS_SELECTOR = MANAGED_BY + "!=" + POD_CONTROLLER;
  /*! The Service and the addresses of a slice that does not follow from pods; undefined for the others. */
  function ownEndpoints(slice) {
    var labels = metadataField(slice, "labels");
    if (!isObject(labels) || labels[MANAGED_BY] === POD_CONTROLLER)
      return void 0;
    var service = labels[SERVICE_NAME];
    if (typeof service !== "string")
      return void 0;
    var addresses = [];
    for (var _i = 0, _a = objectsOf(slice.endpoints); _i < _a.length; _i++) {
      var endpoint = _a[_i];
      var list2 = endpoint.addresses;
      if (Array.isArray(list2))
        for (var _b = 0, _c = list2; _b < _c.length; _b++) {
          var address = _c[_b];
          addresses.push(address);
        }
    }
    return { service: service, addresses: canonicalAddresses(addresses) };
  }
  /*! `namespace/name`, or the name alone for objects without namespace. */
  function keyOf(object) {
    var namespace = metadataField(object, "namespace");
    return typeof namespace === "string" && namespace !== "" ? namespace + "/" + nameOf(object) : nameOf(object);
  }
  /*! One hash for several, whatever their order. */

  // scripts/integration/served.ts
  /*!
   * Whether the API server has the resource: an unknown one is not found (404).
   *
   * @throws a user error if the server does not say, or does not allow to ask
   */
  function isServed(client, resource) {
    var answer = callApi(client, { method: "GET", path: clusterPath(resource), query: { limit: "1" } });
    if (answer.status === 404)
      return false;
    if (answer.status === 200)
      return true;
    throw refusal({ verb: "list", resource: resource, namespace: "" }, answer);
  }

  // scripts/integration/podparts.ts
  /*! Takes a slim pod apart. */
  function podParts(pod) {
    var metadata = isObject(pod.metadata) ? pod.metadata : {};
    var spec = isObject(pod.spec) ? pod.spec : {};
    return {
      shared: {
        apiVersion: pod.apiVersion,
        kind: pod.kind,
        metadata: copyWithout(metadata, { name: true, uid: true }),
        spec: copyWithout(spec, { nodeName: true })
      },
      name: metadata.name,
      uid: metadata.uid,
      nodeName: spec.nodeName,
      status: pod.status
    };
  }
  /*! Packs the objects of a snapshot; `unpackObjects` gives them back in another order. */
  function packObjects(objects) {
    var numbers = {};
    var shared = [];
    var pods = [];
    var others = [];
    for (var _i = 0, objects_1 = objects; _i < objects_1.length; _i++) {
      var object = objects_1[_i];
      if (object.kind !== PODS.kind) {
        others.push(object);
        continue;
      }
      var parts = podParts(object);
      /*! Another order of keys only means that the same stands twice. */
      var text2 = JSON.stringify(parts.shared);
      if (!hasKey(numbers, text2)) {
        numbers[text2] = shared.length;
        shared.push(parts.shared);
      }
      var packed = [numbers[text2], parts.name, parts.uid, parts.status];
      pods.push(parts.nodeName === void 0 ? packed : packed.concat([parts.nodeName]));
    }
    return { shared: shared, pods: pods, others: others };
  }
  /*! The objects again. */
  function unpackObjects(packed) {
    var pods = packed.pods.map(function(own) {
      var shared = packed.shared[own[0]];
      var spec = shared.spec;
      return __assign(__assign({}, shared), { metadata: __assign(__assign({}, shared.metadata), { name: own[1], uid: own[2] }), spec: own.length === 4 ? spec : __assign(__assign({}, spec), { nodeName: own[4] }), status: own[3] });
    });
    return packed.others.concat(pods);
  }
  /*! What is a pod's own, as one text for a hash. */
  function ownText(parts) {
    return [parts.name, parts.uid, parts.nodeName].map(String).join(" ") + canonicalJson(parts.status);
  }

  // scripts/integration/snapshot.ts
  /*!
   * Reads the whole cluster, each list at one resourceVersion.
   *
   * @throws a user error if any list is refused or cannot be had whole: less than everything would look like "no policies"
   */
  function takeSnapshot(client) {
    var at = client.host.now();
    var clusterUID = readClusterUID(client);
    var lists = {};
    var found = [];
    for (var _i = 0, SNAPSHOT_RESOURCES_1 = SNAPSHOT_RESOURCES; _i < SNAPSHOT_RESOURCES_1.length; _i++) {
      var part = SNAPSHOT_RESOURCES_1[_i];
      var served = servedResource(client, part.resource);
      if (!served)
        continue;
      var listing = listAll(client, { resource: served }, part.slim);
      lists[part.resource.name] = { resourceVersion: listing.resourceVersion, complete: true };
      for (var _a = 0, _b = listing.items; _a < _b.length; _a++) {
        var object = _b[_a];
        found.push(object);
      }
    }
    var objects = sortedObjects(found);
    return {
      SnapshotId: snapshotId(clusterUID, objects),
      Cluster: client.settings.cluster,
      ClusterUID: clusterUID,
      TakenAt: new Date(at).toISOString(),
      Lists: lists,
      Objects: objects
    };
  }
  /*! ServiceCIDRs came with Kubernetes 1.31, and became stable in 1.33; every cluster has the rest. */
  function servedResource(client, resource) {
    if (resource.name !== SERVICE_CIDRS.name)
      return resource;
    return [SERVICE_CIDRS, SERVICE_CIDRS_BETA].filter(function(candidate) {
      return isServed(client, candidate);
    })[0];
  }
  /*! By kind, namespace and name. Each key is made once: a comparison of objects would make them again and again. */
  function sortedObjects(objects) {
    var byKey = {};
    for (var _i = 0, objects_1 = objects; _i < objects_1.length; _i++) {
      var object = objects_1[_i];
      byKey[String(object.kind) + " " + keyOf(object)] = object;
    }
    return Object.keys(byKey).sort().map(function(key) {
      return byKey[key];
    });
  }
  /*!
   * SHA-256 over the sorted hashes of the objects. What makes no rule (resourceVersion, status of policies, annotations
   * that only remember) is not in it.
   */
  function snapshotId(clusterUID, objects) {
    var templates = {};
    var hashes = objects.map(function(object) {
      return object.kind === PODS.kind ? podHash(object, templates) : sha256(canonicalJson(hashedContent(object)));
    });
    return sha256([clusterUID].concat(hashes.sort()).join("\n"));
  }
  function hashedContent(object) {
    if (object.kind !== NETWORK_POLICIES.kind)
      return object;
    return [object.kind, keyOf(object), policyContent(object)];
  }
  /*!
   * Pods are many, and SHA-256 of each takes minutes in a slow engine: what the pods of one workload have in common is
   * hashed once, and the rest by the short hash. Nobody gains from another pod with the same hash: rules come from the
   * objects, and what is approved is hashed by itself.
   */
  function podHash(pod, templates) {
    var parts = podParts(pod);
    /*! Another order of keys only means that the same is hashed once more. */
    var text2 = JSON.stringify(parts.shared);
    if (!hasKey(templates, text2))
      templates[text2] = sha256(canonicalJson(parts.shared));
    return templates[text2] + shortHash(ownText(parts));
  }
  /*! How many objects of a kind a snapshot holds. */
  function countOf(snapshot, kind) {
    return snapshot.Objects.filter(function(object) {
      return object.kind === kind;
    }).length;
  }

  // scripts/integration/snapshotcache.ts
  /*!
   * The last snapshots, so that the automations of one run read the same cluster. They stand in the integration's context,
   * which the server keeps for each instance: the ids in order, newest first, and a text for each.
   */
  var MOST_SNAPSHOTS = 3;
  /*!
   * Characters of one snapshot, and of all. No limit of the integration context is documented; the server loads it whole
   * with each command.
   */
  var MOST_OF_ONE = 1e7;
  var MOST_OF_ALL = 2e7;
  var INDEX = "snapshots";
  var PREFIX = "snapshot.";
  /*! Keeps a snapshot; the oldest ones go. */
  function cacheSnapshot(host, snapshot) {
    var kept = __assign(__assign({}, snapshot), { Objects: packObjects(snapshot.Objects) });
    var text2 = JSON.stringify(kept);
    if (text2.length > MOST_OF_ONE)
      return "too large";
    var old = host.getContext();
    var context = withoutSnapshots(old);
    var ids = [];
    var size = 0;
    for (var _i = 0, _a = [snapshot.SnapshotId].concat(cachedIds(old)); _i < _a.length; _i++) {
      var id = _a[_i];
      var keptText = id === snapshot.SnapshotId ? text2 : old[PREFIX + id];
      if (ids.indexOf(id) >= 0 || ids.length === MOST_SNAPSHOTS || size + keptText.length > MOST_OF_ALL)
        continue;
      ids.push(id);
      size += keptText.length;
      context[PREFIX + id] = keptText;
    }
    context[INDEX] = JSON.stringify({ ids: ids });
    host.setContext(context);
    return "cached";
  }
  /*!
   * The snapshot with this id.
   *
   * @throws a user error if it is not there any more
   */
  function cachedSnapshot(host, id) {
    var context = host.getContext();
    var kept = hasKey(context, PREFIX + id) ? unpacked(context[PREFIX + id]) : void 0;
    if (kept)
      return kept;
    var ids = cachedIds(context);
    throw userError("There is no snapshot " + id + " any more: only the last " + String(MOST_SNAPSHOTS) + " are kept" + (ids.length === 0 ? ", and there is none now" : " (" + ids.join(", ") + ")") + ". Plan again, which takes a new one.");
  }
  /*! undefined for what an older version of this integration left there. */
  function unpacked(text2) {
    var kept = parsedObject(text2);
    if (!kept || !isObject(kept.Objects) || !Array.isArray(kept.Objects.pods))
      return void 0;
    return __assign(__assign({}, kept), { Objects: sortedObjects(unpackObjects(kept.Objects)) });
  }
  /*! Newest first. */
  function cachedIds(context) {
    var index = hasKey(context, INDEX) ? parsedObject(context[INDEX]) : void 0;
    var ids = index && Array.isArray(index.ids) ? index.ids : [];
    return ids.filter(function(id) {
      return typeof id === "string" && hasKey(context, PREFIX + id);
    });
  }
  /*! Whatever else the context holds stays. */
  function withoutSnapshots(context) {
    var rest = {};
    for (var _i = 0, _a = Object.keys(context); _i < _a.length; _i++) {
      var key = _a[_i];
      if (key !== INDEX && key.slice(0, PREFIX.length) !== PREFIX)
        rest[key] = context[key];
    }
    return rest;
  }

  // scripts/integration/commands.ts
  /*! `cnseries-get-snapshot`: the objects are the entry's contents; the context holds only counts. */
  function getSnapshot(given, client) {
    var id = given.snapshot_id;
    if (id !== void 0)
      return snapshotEntry(cachedSnapshot(client.host, id), "cached");
    var snapshot = takeSnapshot(client);
    return snapshotEntry(snapshot, cacheSnapshot(client.host, snapshot));
  }
  function snapshotEntry(snapshot, caching) {
    var data = {
      Cluster: snapshot.Cluster,
      ClusterUID: snapshot.ClusterUID,
      SnapshotId: snapshot.SnapshotId,
      TakenAt: snapshot.TakenAt,
      Policies: countOf(snapshot, "NetworkPolicy"),
      Namespaces: countOf(snapshot, "Namespace"),
      Pods: countOf(snapshot, "Pod"),
      Services: countOf(snapshot, "Service"),
      Nodes: countOf(snapshot, "Node")
    };
    var counts = [data.Policies, data.Namespaces, data.Pods, data.Services, data.Nodes].map(String);
    var table = {
      title: "Snapshot of " + snapshot.Cluster,
      columns: ["Snapshot", "Taken", "Policies", "Namespaces", "Pods", "Services", "Nodes"],
      rows: [[snapshot.SnapshotId.slice(0, 12), snapshot.TakenAt].concat(counts)]
    };
    var text2 = markdownTable(table) + (caching === "cached" ? "" : paragraph(notCached()));
    return __assign(__assign({}, resultEntry(text2, "CNSeries.Snapshot(val.Cluster == obj.Cluster)", data)), { Contents: snapshot });
  }
  function notCached() {
    return "The snapshot is not kept: it has more than " + String(MOST_OF_ONE) + " characters. It cannot be had again by its ID, and each automation takes a new one.";
  }
  /*! `cnseries-report-outcome`. */
  function writeOutcome(given, client) {
    var references = readPolicyReferences(given.policies);
    var outcome = { type: given.type, reason: given.reason, message: given.message };
    var result = reportOutcome(client, references, outcome);
    if (result.failures.length > 0)
      return errorEntry(failureText(result));
    var data = {
      Cluster: client.settings.cluster,
      Reason: given.reason,
      Written: result.written,
      Skipped: result.skipped
    };
    return resultEntry(outcomeText(result), "CNSeries.Report(val.Cluster == obj.Cluster)", data);
  }
  function failureText(result) {
    return "Not all Events could be written. " + result.failures.join(" ") + " Policies that got their Event: " + String(result.written) + ".";
  }
  function outcomeText(result) {
    var written = String(result.written) + (result.written === 1 ? " policy has" : " policies have") + " the Event.";
    var skipped = result.skipped.length === 0 ? "" : " Skipped: " + result.skipped.join("; ") + ".";
    return paragraph(written + skipped);
  }

  // scripts/integration/digest.ts
  var LEVELS = ["objects", "namespaces", "cluster"];
  /*! The digest of nothing. */
  function emptyDigest() {
    return { level: "objects", entries: {} };
  }
  /*! The digest at a coarser level; at its own or a finer one as it is. */
  function coarsened(digest, level) {
    if (LEVELS.indexOf(level) <= LEVELS.indexOf(digest.level))
      return digest;
    var groups = {};
    for (var _i = 0, _a = sortedKeys(digest.entries); _i < _a.length; _i++) {
      var key = _a[_i];
      var group = level === "cluster" ? "" : namespaceOfKey(key);
      if (!hasKey(groups, group))
        groups[group] = [];
      groups[group].push(key + " " + digest.entries[key].fingerprint);
    }
    var entries = {};
    for (var _b = 0, _c = Object.keys(groups); _b < _c.length; _b++) {
      var group = _c[_b];
      entries[group] = { fingerprint: sha256(groups[group].join("\n")).slice(0, 20), uid: "" };
    }
    return { level: level, entries: entries };
  }
  /*! The digest at the finest level whose text has at most `most` characters. */
  function bounded(digest, most) {
    for (var _i = 0, LEVELS_1 = LEVELS; _i < LEVELS_1.length; _i++) {
      var level = LEVELS_1[_i];
      var coarse = coarsened(digest, level);
      if (writeDigest(coarse).length <= most)
        return coarse;
    }
    return coarsened(digest, "cluster");
  }
  /*! Compares at the coarser of the two levels. In order of the keys. */
  function compareDigests(before, after) {
    var level = LEVELS[Math.max(LEVELS.indexOf(before.level), LEVELS.indexOf(after.level))];
    var old = coarsened(before, level).entries;
    var now = coarsened(after, level).entries;
    var found = [];
    for (var _i = 0, _a = sortedKeys(now); _i < _a.length; _i++) {
      var key = _a[_i];
      if (!hasKey(old, key))
        found.push({ key: key, action: "added", uid: now[key].uid });
      else if (old[key].fingerprint !== now[key].fingerprint) {
        found.push({ key: key, action: "modified", uid: now[key].uid });
      }
    }
    for (var _b = 0, _c = sortedKeys(old); _b < _c.length; _b++) {
      var key = _c[_b];
      if (!hasKey(now, key))
        found.push({ key: key, action: "deleted", uid: old[key].uid });
    }
    found.sort(function(a, b) {
      return compareText(a.key, b.key);
    });
    return { level: level, found: found };
  }
  /*! The namespace in a key; '' for objects without. A key of a namespace is that of the level `namespaces` itself. */
  function namespaceOfKey(key) {
    var slash = key.indexOf("/");
    return slash < 0 ? "" : key.slice(0, slash);
  }
  /*! As text: the level, then a line for each entry, in order. */
  function writeDigest(digest) {
    var lines = [digest.level];
    for (var _i = 0, _a = sortedKeys(digest.entries); _i < _a.length; _i++) {
      var key = _a[_i];
      var entry = digest.entries[key];
      lines.push(key + " " + entry.fingerprint + (entry.uid === "" ? "" : " " + entry.uid));
    }
    return lines.join("\n");
  }
  /*! From text; undefined where it is none of ours. */
  function readDigest(text2) {
    var lines = text2.split("\n");
    var level = LEVELS.filter(function(known) {
      return known === lines[0];
    })[0];
    if (level === void 0)
      return void 0;
    var entries = {};
    for (var i = 1; i < lines.length; i++) {
      var parts = lines[i].split(" ");
      if (parts.length < 2 || parts.length > 3)
        return void 0;
      entries[parts[0]] = { fingerprint: parts[1], uid: parts.length === 3 ? parts[2] : "" };
    }
    return { level: level, entries: entries };
  }

  // scripts/integration/changes.ts
  /*! The changes between two digests of one kind. */
  function changesBetween(kind, before, after, sightings) {
    var compared = compareDigests(before, after);
    var changes = [];
    for (var _i = 0, _a = compared.found; _i < _a.length; _i++) {
      var difference = _a[_i];
      if (compared.level === "objects")
        changes.push(objectChange(kind, difference, sightings));
      else
        for (var _b = 0, _c = groupChanges(kind, compared.level, difference, sightings); _b < _c.length; _b++) {
          var change = _c[_b];
          changes.push(change);
        }
    }
    return changes;
  }
  function objectChange(kind, difference, sightings) {
    var seen = seenAs(sightings, difference.key);
    return {
      action: difference.action,
      kind: kind,
      namespace: namespaceOfKey(difference.key),
      name: difference.key.slice(difference.key.indexOf("/") + 1),
      uid: difference.uid || seen.uid,
      resourceVersion: seen.resourceVersion
    };
  }
  /*! Several objects in one: those that the watch named, or the group as a whole. */
  function groupChanges(kind, level, difference, sightings) {
    var named2 = sightings.told.filter(function(told) {
      return level === "cluster" || namespaceOfKey(told.key) === difference.key;
    });
    if (named2.length === 0) {
      var whole = { action: difference.action, kind: kind, namespace: difference.key };
      return [__assign(__assign({}, whole), { name: "", uid: "", resourceVersion: "" })];
    }
    return named2.map(function(told) {
      return objectChange(kind, __assign(__assign({}, told), { uid: "" }), sightings);
    });
  }
  function seenAs(sightings, key) {
    return hasKey(sightings.seen, key) ? sightings.seen[key] : { uid: "", resourceVersion: "" };
  }

  // scripts/integration/versions.ts
  /*!
   * Whether resourceVersion `a` is older than, or the same as, `b`. Versions of one resource are whole numbers that grow
   * (Kubernetes API documentation, "Resource versions"; comparable since 1.35, numbers in every release before). Where they
   * are something else, nothing is known: false.
   */
  function isNotNewer(a, b) {
    if (!isNumber(a) || !isNumber(b))
      return false;
    return a.length === b.length ? a <= b : a.length < b.length;
  }
  function isNumber(version) {
    return /^(0|[1-9][0-9]*)$/.test(version);
  }

  // scripts/integration/watch.ts
  /*!
   * The changes of a resource since a resourceVersion: the API server sends what it has, waits for more until the time is
   * over, and closes (Kubernetes API documentation, "Efficient detection of changes").
   *
   * @throws a user error if the watch is refused, or answers with something else
   */
  function watchChanges(client, resource, since, seconds) {
    var answer = callApi(client, {
      method: "GET",
      path: clusterPath(resource),
      query: {
        watch: "true",
        allowWatchBookmarks: "true",
        resourceVersion: since,
        timeoutSeconds: String(seconds)
      },
      holdSeconds: seconds
    });
    if (answer.status === 410 || knowsTooLittle(answer))
      return { kind: "gone" };
    if (answer.status !== 200)
      throw refusal({ verb: "watch", resource: resource, namespace: "" }, answer);
    return readEvents(resource, since, answer.body);
  }
  /*! One JSON object on each line; the last line may be cut off where the connection ended. */
  function readEvents(resource, since, body) {
    var events = [];
    var version = since;
    var lines = body.split("\n");
    for (var i = 0; i < lines.length; i++) {
      var line = readLine(lines[i]);
      switch (line.kind) {
        case "blank":
          break;
        case "unreadable":
          if (i === lines.length - 1)
            break;
          throw userError("The watch of " + resourceText(resource) + " answered with something else than events. Check the URL.");
        case "error":
          if (line.status === 410)
            return { kind: "gone" };
          throw refusal({ verb: "watch", resource: resource, namespace: "" }, { status: line.status, body: line.body });
        case "state": {
          var reached = metadataField(line.object, "resourceVersion");
          if (typeof reached === "string" && reached !== "" && !isNotNewer(reached, version))
            version = reached;
          if (line.type !== "BOOKMARK")
            events.push({ type: line.type, object: line.object });
        }
      }
    }
    return { kind: "changes", events: events, resourceVersion: version };
  }
  function readLine(text2) {
    if (text2.trim() === "")
      return { kind: "blank" };
    var event = parsedObject(text2);
    if (!event || !isObject(event.object))
      return { kind: "unreadable" };
    var object = event.object;
    switch (event.type) {
      case "ADDED":
      case "MODIFIED":
      case "DELETED":
      case "BOOKMARK":
        return { kind: "state", type: event.type, object: object };
      case "ERROR": {
        var status = typeof object.code === "number" ? object.code : 500;
        return { kind: "error", status: status, body: JSON.stringify(object) };
      }
      default:
        return { kind: "unreadable" };
    }
  }

  // scripts/integration/follow.ts
  var FOLLOWED = [
    { resource: NETWORK_POLICIES, content: policyContent, remembersUid: true, most: 15e4 },
    { resource: NAMESPACES, content: namespaceContent, remembersUid: false, most: 5e4 },
    { resource: SERVICES, content: serviceContent, remembersUid: false, most: 5e4 },
    { resource: NODES, content: nodeContent, remembersUid: false, most: 5e4 }
  ];
  /*! Lists the resource whole. */
  function listStanding(client, followed, by) {
    var listing = listAll(client, { resource: followed.resource }, withoutManagedFields);
    var entries = {};
    var seen = {};
    for (var _i = 0, _a = listing.items; _i < _a.length; _i++) {
      var object = _a[_i];
      entries[keyOf(object)] = entryOf(followed, object);
      seen[keyOf(object)] = seenOf(object);
    }
    return {
      resourceVersion: listing.resourceVersion,
      digest: { level: "objects", entries: entries },
      by: by,
      seen: seen,
      told: [],
      objects: listing.items
    };
  }
  /*!
   * Watches for changes since a resourceVersion, and lists instead where that version is gone, or where the digest is too
   * coarse to apply changes to.
   */
  function watchStanding(client, followed, before, seconds) {
    var outcome = watchChanges(client, followed.resource, before.resourceVersion, seconds);
    if (outcome.kind === "gone")
      return listStanding(client, followed, "relisted");
    var applied = applyEvents(followed, before, outcome.events);
    if (applied.told.length > 0 && before.digest.level !== "objects") {
      return __assign(__assign({}, listStanding(client, followed, "listed")), { told: applied.told });
    }
    return {
      resourceVersion: outcome.resourceVersion,
      digest: before.digest.level === "objects" ? { level: "objects", entries: applied.entries } : before.digest,
      by: "watched",
      seen: applied.seen,
      told: applied.told,
      objects: void 0
    };
  }
  /*! Applies events; those that came before, or belong to an object that has since been replaced, change nothing. */
  function applyEvents(followed, before, events) {
    var old = before.digest.entries;
    var latest = {};
    var seen = {};
    for (var _i = 0, events_1 = events; _i < events_1.length; _i++) {
      var event = events_1[_i];
      var key = keyOf(event.object);
      var now = seenOf(event.object);
      var known = hasKey(seen, key) ? seen[key].resourceVersion : before.resourceVersion;
      if (isNotNewer(now.resourceVersion, known))
        continue;
      if (event.type === "DELETED" && isReplaced(hasKey(seen, key) ? seen[key] : knownIn(old, key), now))
        continue;
      latest[key] = event;
      seen[key] = now;
    }
    return { entries: entriesAfter(followed, old, latest), seen: seen, told: toldBy(latest) };
  }
  var ACTIONS = { ADDED: "added", MODIFIED: "modified", DELETED: "deleted" };
  function toldBy(latest) {
    return sortedKeys(latest).map(function(key) {
      return { key: key, action: ACTIONS[latest[key].type] };
    });
  }
  function entriesAfter(followed, old, latest) {
    var entries = {};
    for (var _i = 0, _a = Object.keys(old); _i < _a.length; _i++) {
      var key = _a[_i];
      if (!hasKey(latest, key))
        entries[key] = old[key];
    }
    for (var _b = 0, _c = Object.keys(latest); _b < _c.length; _b++) {
      var key = _c[_b];
      if (latest[key].type !== "DELETED")
        entries[key] = entryOf(followed, latest[key].object);
    }
    return entries;
  }
  function knownIn(entries, key) {
    return hasKey(entries, key) ? entries[key] : void 0;
  }
  /*! Whether the object that was deleted is not the one that is known, but one before it. */
  function isReplaced(known, deleted) {
    return known !== void 0 && known.uid !== "" && deleted.uid !== "" && known.uid !== deleted.uid;
  }
  function entryOf(followed, object) {
    return {
      fingerprint: fingerprintOf(followed.content(object)),
      uid: followed.remembersUid ? seenOf(object).uid : ""
    };
  }
  function seenOf(object) {
    return { uid: metadataText(object, "uid"), resourceVersion: metadataText(object, "resourceVersion") };
  }
  function metadataText(object, field) {
    var value = metadataField(object, field);
    return typeof value === "string" ? value : "";
  }

  // scripts/integration/memory.ts
  /*! Changes with the form of what is remembered; an older form is begun anew. */
  var FORM = "1";
  var VERSION = "version.";
  var DIGEST = "digest.";
  /*! As the texts that the server keeps. */
  function writeMemory(memory) {
    var texts = {
      form: FORM,
      clusterUID: memory.clusterUID,
      cluster: memory.cluster,
      checkedAt: String(memory.checkedAt),
      podKeys: memory.podKeys
    };
    for (var _i = 0, _a = Object.keys(memory.versions); _i < _a.length; _i++) {
      var name = _a[_i];
      texts[VERSION + name] = memory.versions[name];
    }
    for (var _b = 0, _c = Object.keys(memory.digests); _b < _c.length; _b++) {
      var name = _c[_b];
      texts[DIGEST + name] = writeDigest(memory.digests[name]);
    }
    return texts;
  }
  /*! From the texts that the server kept; undefined where there is nothing, or nothing that can be read. */
  function readMemory(texts) {
    var checkedAt = Number(texts.checkedAt);
    if (texts.form !== FORM || !texts.clusterUID || !texts.cluster || !isFinite(checkedAt))
      return void 0;
    var versions = {};
    var digests = {};
    for (var _i = 0, _a = Object.keys(texts); _i < _a.length; _i++) {
      var key = _a[_i];
      if (key.slice(0, VERSION.length) === VERSION)
        versions[key.slice(VERSION.length)] = texts[key];
      if (key.slice(0, DIGEST.length) !== DIGEST)
        continue;
      var digest = readDigest(texts[key]);
      if (!digest)
        return void 0;
      digests[key.slice(DIGEST.length)] = digest;
    }
    return {
      clusterUID: texts.clusterUID,
      cluster: texts.cluster,
      checkedAt: checkedAt,
      podKeys: texts.podKeys || "",
      versions: versions,
      digests: digests
    };
  }
  /*! The digest of a name; the empty one where there is none. */
  function digestOf(memory, name) {
    return hasKey(memory.digests, name) ? memory.digests[name] : emptyDigest();
  }
  /*! One hash of all that is remembered of the cluster's objects: the same objects, the same hash. */
  function memoryHash(memory) {
    var names = Object.keys(memory.digests).sort();
    var texts = names.map(function(name) {
      return name + "\n" + writeDigest(memory.digests[name]);
    });
    return sha256(texts.join("\n\n"));
  }

  // scripts/integration/comparison.ts
  /*! Comparing what a fetch found with what is remembered. */
  /*! The names under which digests are remembered that do not follow one resource. */
  var POD_DIGEST = "pods";
  var ENDPOINT_DIGEST = "endpoints";
  var NOTHING_SEEN = { seen: {}, told: [] };
  /*! What changed since the memory was written; `pods`: undefined where they were not looked at. */
  function changesSince(before, standings, pods) {
    var changes = [];
    for (var _i = 0, FOLLOWED_1 = FOLLOWED; _i < FOLLOWED_1.length; _i++) {
      var followed = FOLLOWED_1[_i];
      var standing = standings[followed.resource.name];
      var kind = followed.resource.kind;
      changes = changes.concat(changesBetween(kind, digestOf(before, followed.resource.name), standing.digest, standing));
    }
    if (!pods)
      return changes;
    var known = hasSameKeys(before, pods) ? digestOf(before, POD_DIGEST) : pods.pods;
    return changes.concat(endpointChanges(changes, changesBetween("Service", digestOf(before, ENDPOINT_DIGEST), pods.endpoints, NOTHING_SEEN)), changesBetween("Pods", known, pods.pods, NOTHING_SEEN));
  }
  /*!
   * Folded by other label keys, pods cannot be compared. The keys change only with policies and Services, which are a
   * change themselves: the snapshot that is then taken holds the pods, too.
   */
  function hasSameKeys(before, pods) {
    return before.podKeys === pods.podKeys;
  }
  /*! A Service with other endpoints is a modified Service; once is enough. */
  function endpointChanges(changes, endpoints) {
    var named2 = {};
    for (var _i = 0, changes_1 = changes; _i < changes_1.length; _i++) {
      var change = changes_1[_i];
      if (change.kind === "Service")
        named2[change.namespace + "/" + change.name] = true;
    }
    var modified = [];
    for (var _a = 0, endpoints_1 = endpoints; _a < endpoints_1.length; _a++) {
      var change = endpoints_1[_a];
      if (!hasKey(named2, change.namespace + "/" + change.name))
        modified.push(__assign(__assign({}, change), { action: "modified" }));
    }
    return modified;
  }

  // scripts/integration/incident.ts
  var MOST_CHANGES = 500;
  /*! Kinds in order of importance, with their names in counts. */
  var NOUNS = {
    NetworkPolicy: ["policy", "policies"],
    Namespace: ["namespace", "namespaces"],
    Service: ["Service", "Services"],
    Node: ["node", "nodes"],
    Pods: ["namespace's pods", "namespaces' pods"]
  };
  var KINDS = ["NetworkPolicy", "Namespace", "Service", "Node", "Pods"];
  /*! The incident for the changes of one fetch. */
  function makeIncident(facts) {
    var sorted = facts.changes.slice().sort(compareChanges);
    var listed = sorted.slice(0, MOST_CHANGES);
    var counts = countText(sorted);
    var name = facts.reason === "first" ? counts + " found" : counts + " changed";
    var data = {
      cluster: facts.cluster,
      clusterUID: facts.clusterUID,
      reason: facts.reason,
      changes: listed,
      omittedChanges: sorted.length - listed.length,
      summary: summary(facts, counts, listed, sorted.length - listed.length),
      digest: facts.digest
    };
    return {
      name: "CN-Series " + facts.cluster + ": " + name,
      occurred: new Date(facts.at).toISOString(),
      rawJSON: JSON.stringify(data)
    };
  }
  function compareChanges(a, b) {
    return KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || compareText(a.namespace, b.namespace) || compareText(a.name, b.name) || compareText(a.action, b.action);
  }
  /*! `3 policies, 1 namespace`; policies are counted even where there are none. */
  function countText(changes) {
    var counts = {};
    for (var _i = 0, changes_1 = changes; _i < changes_1.length; _i++) {
      var change = changes_1[_i];
      counts[change.kind] = (hasKey(counts, change.kind) ? counts[change.kind] : 0) + 1;
    }
    var texts = [];
    for (var _a = 0, KINDS_1 = KINDS; _a < KINDS_1.length; _a++) {
      var kind = KINDS_1[_a];
      var count = hasKey(counts, kind) ? counts[kind] : 0;
      if (count > 0)
        texts.push(String(count) + " " + NOUNS[kind][count === 1 ? 0 : 1]);
    }
    return texts.length === 0 ? "no policies" : texts.join(", ");
  }
  var REASONS = {
    first: "This is the first look at the cluster: all its policies count as new.",
    changed: "The API server reported these changes, or a regular check found them.",
    relisted: "The API server no longer had the single changes; these were found by comparing with what was known before."
  };
  function summary(facts, counts, changes, omitted) {
    var verb = facts.reason === "first" ? " found." : " changed.";
    return paragraph("Cluster " + facts.cluster + ": " + counts + verb + " " + REASONS[facts.reason]) + (changes.length === 0 ? "" : markdownTable(changeTable(changes))) + (omitted > 0 ? paragraph(String(omitted) + " more changes are not listed.") : "");
  }
  function changeTable(changes) {
    return {
      title: "Changes",
      columns: ["Kind", "Namespace", "Name", "Change"],
      rows: changes.map(function(change) {
        return [change.kind, change.namespace || "-", change.name || "all", change.action];
      })
    };
  }

  // scripts/policy/kubernetes/podclass.ts
  /*!
   * Folding pods into classes: pods that no policy and no Service can tell apart are counted, not kept. Used with all pods
   * at hand, and page by page.
   */
  var MOST_SAMPLES = 3;
  /*! The label keys by which policies and Services select pods, sorted. Namespace selectors do not count. */
  function mentionedLabelKeys(policies, services) {
    var keys = {};
    for (var _i = 0, policies_1 = policies; _i < policies_1.length; _i++) {
      var policy = policies_1[_i];
      addKeys(keys, policy.subject);
      for (var _a = 0, _b = policy.entries; _a < _b.length; _a++) {
        var entry = _b[_a];
        if (entry.peers.kind === "anyone")
          continue;
        for (var _c = 0, _d = entry.peers.peers; _c < _d.length; _c++) {
          var peer = _d[_c];
          if (peer.kind === "pods")
            addKeys(keys, peer.pods);
        }
      }
    }
    for (var _e = 0, services_1 = services; _e < services_1.length; _e++) {
      var service = services_1[_e];
      if (service.selector)
        for (var _f = 0, _g = Object.keys(service.selector); _f < _g.length; _f++) {
          var key = _g[_f];
          keys[key] = true;
        }
    }
    return sortedKeys(keys);
  }
  function addKeys(keys, selector) {
    for (var _i = 0, selector_1 = selector; _i < selector_1.length; _i++) {
      var term = selector_1[_i];
      keys[term.key] = true;
    }
  }
  /*!
   * @param labelKeys what `mentionedLabelKeys` says
   * @param annotatedNamespaces names of namespaces with the CN-Series firewall annotation
   */
  function createFolding(labelKeys, annotatedNamespaces) {
    var annotated = {};
    for (var _i = 0, annotatedNamespaces_1 = annotatedNamespaces; _i < annotatedNamespaces_1.length; _i++) {
      var name = annotatedNamespaces_1[_i];
      annotated[name] = true;
    }
    var tagKeys = {};
    for (var _a = 0, labelKeys_1 = labelKeys; _a < labelKeys_1.length; _a++) {
      var key = labelKeys_1[_a];
      tagKeys[tagText(key)] = true;
    }
    return { labelKeys: labelKeys, tagKeys: tagKeys, annotatedNamespaces: annotated, classes: {} };
  }
  /*! Adds one pod (or workload) to its class. */
  function foldPod(folding, pod) {
    var labels = cutLabels(pod.labels, folding);
    var annotated = pod.firewallAnnotated || hasKey(folding.annotatedNamespaces, pod.namespace);
    var key = classKey(pod, labels, annotated);
    if (!hasKey(folding.classes, key)) {
      folding.classes[key] = {
        key: key,
        facts: pod,
        labels: labels,
        firewallAnnotated: annotated,
        families: [],
        count: 0,
        samples: []
      };
    }
    var growing = folding.classes[key];
    growing.count += pod.count;
    growing.families = joinFamilies(growing.families, pod.families);
    growing.samples = withSample(growing.samples, pod);
  }
  /*! The classes found so far, in an order that does not depend on the order of the pods. */
  function podClasses(folding) {
    return sortedKeys(folding.classes).map(function(key) {
      var growing = folding.classes[key];
      return {
        namespace: growing.facts.namespace,
        labels: growing.labels,
        namedPorts: growing.facts.namedPorts,
        probePorts: growing.facts.probePorts,
        hostNetwork: growing.facts.hostNetwork,
        firewallAnnotated: growing.firewallAnnotated,
        families: growing.families,
        count: growing.count,
        samples: growing.samples
      };
    });
  }
  /*! The labels that matter: of mentioned keys, and those whose tag may be that of a mentioned key. */
  function cutLabels(labels, folding) {
    var cut2 = {};
    for (var _i = 0, _a = folding.labelKeys; _i < _a.length; _i++) {
      var key = _a[_i];
      if (hasKey(labels, key))
        cut2[key] = labels[key];
    }
    for (var _b = 0, _c = Object.keys(labels); _b < _c.length; _b++) {
      var key = _c[_b];
      if (!hasKey(cut2, key) && mayBeTaken(key, labels[key], folding.tagKeys))
        cut2[key] = labels[key];
    }
    return cut2;
  }
  /*!
   * True where key and value, joined by a dot as in a tag, read as another key and its value as well: `app.v1=2` as
   * `app=v1.2`. Tags ignore case. A value has no slash, so that `app.example.com/name` never reads as `app`.
   */
  function mayBeTaken(key, value, tagKeys) {
    var text2 = key + "." + value;
    for (var dot = text2.indexOf("."); dot >= 0; dot = text2.indexOf(".", dot + 1)) {
      if (hasKey(tagKeys, tagText(text2.slice(0, dot))) && text2.indexOf("/", dot) < 0)
        return true;
    }
    return false;
  }
  /*! A key as it looks in tags, where the plugin may write `_` for `/`. */
  function tagText(key) {
    return key.toLowerCase().replace(/\//g, "_");
  }
  /*! A text that is equal for pods of one class; label values, names and numbers hold none of its separators. */
  function classKey(pod, labels, annotated) {
    var labelTexts = sortedKeys(labels).map(function(key) {
      return JSON.stringify([key, labels[key]]);
    });
    var portTexts = pod.namedPorts.map(function(port) {
      return port.name + ":" + port.protocol + ":" + String(port.port);
    });
    return [
      pod.namespace,
      labelTexts.join(","),
      portTexts.join(","),
      pod.probePorts.join(","),
      pod.hostNetwork ? "host" : "pod",
      annotated ? "annotated" : "plain"
    ].join("\n");
  }
  function joinFamilies(known, more) {
    if (more.length === 0 || known.length === 2)
      return known;
    return sortedUnique(known.concat(more));
  }
  /*! The first names in alphabetical order stay. */
  function withSample(samples, pod) {
    if (samples.length === MOST_SAMPLES && compareText(pod.name, samples[MOST_SAMPLES - 1].name) >= 0)
      return samples;
    var sample = { name: pod.name, addresses: pod.addresses };
    return stableSort(samples.concat([sample]), compareSamples).slice(0, MOST_SAMPLES);
  }
  function compareSamples(a, b) {
    return compareText(a.name, b.name) || compareText(a.addresses.join(","), b.addresses.join(","));
  }

  // scripts/policy/kubernetes/peers.ts
  /*! Reading `from` and `to` of a policy entry (Kubernetes API documentation, networking.k8s.io/v1 NetworkPolicyPeer). */
  var PEER = fieldSet(["podSelector", "namespaceSelector", "ipBlock"]);
  var IP_BLOCK = fieldSet(["cidr", "except"]);
  /*! Absent and empty mean the same: anyone. */
  function readPeers(reader, value, path) {
    var list2 = readList(reader, value, path);
    var peers = [];
    for (var i = 0; i < list2.length; i++) {
      var peer = readPeer(reader, list2[i], path + "[" + String(i) + "]");
      if (peer)
        peers.push(peer);
    }
    return list2.length === 0 ? { kind: "anyone" } : { kind: "peers", peers: peers };
  }
  function readPeer(reader, value, path) {
    var object = isAbsent2(value) ? {} : readObject(reader, value, path);
    if (!object)
      return void 0;
    checkFields(reader, object, PEER, path);
    var selects = !isAbsent2(object.podSelector) || !isAbsent2(object.namespaceSelector);
    if (!isAbsent2(object.ipBlock)) {
      if (selects)
        report(reader, "peer-mixed", {}, path);
      return readIpBlock(reader, object.ipBlock, path);
    }
    if (!selects) {
      report(reader, "peer-empty", {}, path);
      return void 0;
    }
    return readPodPeer(reader, object, path);
  }
  function readPodPeer(reader, object, path) {
    var pods = readSelector(reader, object.podSelector, path + ".podSelector");
    if (isAbsent2(object.namespaceSelector)) {
      return { kind: "pods", namespaces: { kind: "own" }, pods: pods, path: path };
    }
    var selector = readSelector(reader, object.namespaceSelector, path + ".namespaceSelector");
    return { kind: "pods", namespaces: { kind: "selected", selector: selector }, pods: pods, path: path };
  }
  function readIpBlock(reader, value, peerPath) {
    var path = peerPath + ".ipBlock";
    var object = readObject(reader, value, path);
    if (!object)
      return void 0;
    checkFields(reader, object, IP_BLOCK, path);
    var text2 = readString(reader, object.cidr, path + ".cidr");
    if (isAbsent2(object.cidr))
      report(reader, "field-missing", { expected: "a CIDR" }, path + ".cidr");
    var block = text2 === void 0 ? void 0 : readBlock(reader, text2, path + ".cidr");
    var exceptions = readStringList(reader, object.except, path + ".except");
    var except = [];
    for (var i = 0; i < exceptions.length; i++) {
      var exception = readBlock(reader, exceptions[i], path + ".except[" + String(i) + "]");
      if (!exception || !block)
        continue;
      except.push(exception.text);
      if (!isStrictlyInside(exception.range, block.range)) {
        var params2 = { except: exception.text, cidr: block.text };
        report(reader, "except-outside", params2, path + ".except[" + String(i) + "]");
      }
    }
    return block && { kind: "ipBlock", cidr: block.text, except: sortedUnique(except), path: peerPath };
  }
  function readBlock(reader, text2, path) {
    var reading = readCidr(text2);
    if (reading.kind === "cidr")
      return reading;
    report(reader, "cidr-invalid", { value: shown(text2), reason: reading.reason }, path);
    return void 0;
  }

  // scripts/policy/kubernetes/ports.ts
  /*! Reading `ports` of a policy entry (Kubernetes API documentation, networking.k8s.io/v1 NetworkPolicyPort). */
  var PORT = fieldSet(["protocol", "port", "endPort"]);
  /*! Absent and empty mean the same: anything. */
  function readPorts(reader, value, path) {
    var list2 = readList(reader, value, path);
    var ports = [];
    for (var i = 0; i < list2.length; i++) {
      var match = readPortMatch(reader, list2[i], path + "[" + String(i) + "]");
      if (match)
        ports.push(match);
    }
    return list2.length === 0 ? { kind: "anything" } : { kind: "ports", ports: ports };
  }
  function readPortMatch(reader, value, path) {
    /*! The API server reads a null element as an empty one. */
    var object = isAbsent2(value) ? {} : readObject(reader, value, path);
    if (!object)
      return void 0;
    checkFields(reader, object, PORT, path);
    var protocol = readProtocol(reader, object.protocol, path + ".protocol");
    if (isAbsent2(object.port))
      return readPortless(reader, object, protocol, path);
    if (typeof object.port === "string")
      return readNamed(reader, object, object.port, protocol, path);
    return readRange(reader, object, protocol, path);
  }
  /*! The protocol; absent reads as TCP, and so does (after a diagnostic) what is none. */
  function readProtocol(reader, value, path) {
    var text2 = readString(reader, value, path);
    if (text2 === "TCP" || text2 === "UDP" || text2 === "SCTP")
      return text2;
    if (text2 !== void 0)
      report(reader, "protocol-unknown", { value: shown(text2) }, path);
    return "TCP";
  }
  function readPortless(reader, object, protocol, path) {
    var endPort = readInteger(reader, object.endPort, path + ".endPort");
    if (endPort !== void 0) {
      report(reader, "port-range-invalid", { endPort: endPort, reason: "stands without a port" }, path + ".endPort");
    }
    return { kind: "every", protocol: protocol, path: path };
  }
  function readNamed(reader, object, name, protocol, path) {
    var fault = portNameFault(name);
    if (fault !== void 0)
      report(reader, "port-invalid", { value: shown(name), reason: fault }, path + ".port");
    var endPort = readInteger(reader, object.endPort, path + ".endPort");
    if (endPort !== void 0) {
      report(reader, "port-range-invalid", { endPort: endPort, reason: "stands beside a named port" }, path + ".endPort");
    }
    return { kind: "named", protocol: protocol, name: name, path: path };
  }
  function readRange(reader, object, protocol, path) {
    if (typeof object.port !== "number") {
      reportType(reader, "a port number or the name of a port", object.port, path + ".port");
      return void 0;
    }
    var from = readInteger(reader, object.port, path + ".port");
    var endPort = readInteger(reader, object.endPort, path + ".endPort");
    if (from === void 0)
      return void 0;
    if (!isPortNumber(from)) {
      report(reader, "port-invalid", { value: from, reason: "a port is a number from 1 to 65535" }, path + ".port");
    }
    var to = endPort === void 0 ? from : endPort;
    if (!isPortNumber(to) && endPort !== void 0) {
      report(reader, "port-range-invalid", { endPort: to, reason: "is not from 1 to 65535" }, path + ".endPort");
    } else if (to < from) {
      var reason = "is smaller than port " + String(from);
      report(reader, "port-range-invalid", { endPort: to, reason: reason }, path + ".endPort");
    }
    return { kind: "range", protocol: protocol, from: from, to: to, path: path };
  }
  function isPortNumber(value) {
    return value >= 1 && value <= 65535;
  }

  // scripts/policy/kubernetes/selector.ts
  /*! Whether all terms of the selector hold for the labels; the empty selector holds for all. */
  /*!
   * The selector as `kubectl` takes it; `*` for the empty one.
   *
   * @example `app=web,tier in (a,b),!x`
   */
  function selectorText(selector) {
    return selector.length === 0 ? "*" : selector.map(termText).join(",");
  }
  function termText(term) {
    switch (term.operator) {
      case "In":
        return term.values.length === 1 ? term.key + "=" + term.values[0] : term.key + " in (" + term.values.join(",") + ")";
      case "NotIn":
        return term.values.length === 1 ? term.key + "!=" + term.values[0] : term.key + " notin (" + term.values.join(",") + ")";
      case "Exists":
        return term.key;
      case "DoesNotExist":
        return "!" + term.key;
    }
  }

  // scripts/policy/kubernetes/entries.ts
  var SIDES = {
    ingress: { field: "from", fields: fieldSet(["from", "ports"]) },
    egress: { field: "to", fields: fieldSet(["to", "ports"]) }
  };
  var KEY_LENGTH = 6;
  /*! The entries of one direction; absent reads as none. */
  function readEntries(reader, value, direction) {
    var entries = [];
    var list2 = readList(reader, value, "spec." + direction);
    for (var i = 0; i < list2.length; i++) {
      var entry = readEntry(reader, list2[i], direction, i);
      if (entry)
        entries.push(entry);
    }
    return entries;
  }
  function readEntry(reader, value, direction, index) {
    var path = "spec." + direction + "[" + String(index) + "]";
    var side = SIDES[direction];
    /*! The API server reads a null element as an empty one, which allows everything. */
    var object = isAbsent2(value) ? {} : readObject(reader, value, path);
    if (!object)
      return void 0;
    checkFields(reader, object, side.fields, path);
    var peers = readPeers(reader, object[side.field], path + "." + side.field);
    var ports = readPorts(reader, object.ports, path + ".ports");
    return { direction: direction, index: index, key: entryKey(peers, ports), peers: peers, ports: ports, path: path };
  }
  /*!
   * A short hash of what the entry says: equal for entries that say the same, whatever the order of their lists, and
   * without its place, so that an inserted entry changes no key.
   */
  function entryKey(peers, ports) {
    var from = peers.kind === "anyone" ? "*" : sortedUnique(peers.peers.map(peerContent)).join("|");
    var on = ports.kind === "anything" ? "*" : sortedUnique(ports.ports.map(portContent)).join("|");
    return shortHash(from + " on " + on).slice(0, KEY_LENGTH);
  }
  function peerContent(peer) {
    if (peer.kind === "ipBlock")
      return peer.cidr + " except " + peer.except.join(",");
    var where = peer.namespaces.kind === "own" ? "own namespace" : "namespaces " + selectorText(peer.namespaces.selector);
    return where + " pods " + selectorText(peer.pods);
  }
  function portContent(port) {
    switch (port.kind) {
      case "every":
        return port.protocol;
      case "range":
        return port.protocol + "/" + String(port.from) + "-" + String(port.to);
      case "named":
        return port.protocol + "/" + port.name;
    }
  }

  // scripts/policy/kubernetes/policy.ts
  var API_VERSION = "networking.k8s.io/v1";
  var TOP = fieldSet(["apiVersion", "kind", "metadata", "spec", "status"]);
  var SPEC = fieldSet(["podSelector", "policyTypes", "ingress", "egress"]);
  /*! Reads one NetworkPolicy; never throws. All diagnostics name the policy. */
  function readPolicy(raw) {
    var reader = createReader();
    checkFields(reader, raw, TOP, "");
    checkVersion(reader, raw);
    var metadata = readPolicyMetadata(reader, raw.metadata);
    /*! The API server takes a policy without spec: it isolates every pod of the namespace. */
    var spec = readObject(reader, raw.spec, "spec") || {};
    checkFields(reader, spec, SPEC, "spec");
    var subject = readSelector(reader, spec.podSelector, "spec.podSelector");
    var ingress = readEntries(reader, spec.ingress, "ingress");
    var egress = readEntries(reader, spec.egress, "egress");
    var isolates = readPolicyTypes(reader, spec.policyTypes, egress);
    var policy = {
      id: metadata.id,
      labels: metadata.labels,
      annotations: metadata.annotations,
      subject: subject,
      isolates: isolates,
      entries: effectiveEntries(reader, ingress, isolates.ingress).concat(effectiveEntries(reader, egress, isolates.egress))
    };
    if (reader.found.length === 0)
      return { policy: policy, diagnostics: [] };
    var place = { policy: { namespace: metadata.id.namespace, name: metadata.id.name } };
    return { policy: hasErrors(reader) ? void 0 : policy, diagnostics: placed(reader.found, place) };
  }
  function checkVersion(reader, raw) {
    var version = readString(reader, raw.apiVersion, "apiVersion");
    var kind = readString(reader, raw.kind, "kind");
    if (isAbsent2(raw.apiVersion))
      report(reader, "field-missing", { expected: API_VERSION }, "apiVersion");
    if (isAbsent2(raw.kind))
      report(reader, "field-missing", { expected: "NetworkPolicy" }, "kind");
    if (version !== void 0 && version !== API_VERSION) {
      report(reader, "api-version", { found: shown(version), expected: API_VERSION }, "apiVersion");
    }
    if (kind !== void 0 && kind !== "NetworkPolicy") {
      report(reader, "object-unreadable", { reason: "its kind is " + shown(kind) + ", not NetworkPolicy" }, "kind");
    }
  }
  /*!
   * The effective policyTypes. Absent or empty: Ingress always, Egress where the policy has an egress entry; an empty
   * `egress` list does not count (API documentation of `policyTypes`).
   */
  function readPolicyTypes(reader, value, egress) {
    var types = readStringList(reader, value, "spec.policyTypes");
    if (types.length === 0)
      return { ingress: true, egress: egress.length > 0 };
    if (types.length > 2)
      report(reader, "policy-types-count", { count: types.length }, "spec.policyTypes");
    for (var i = 0; i < types.length; i++) {
      if (types[i] === "Ingress" || types[i] === "Egress")
        continue;
      report(reader, "policy-type-unknown", { value: shown(types[i]) }, "spec.policyTypes[" + String(i) + "]");
    }
    return { ingress: types.indexOf("Ingress") >= 0, egress: types.indexOf("Egress") >= 0 };
  }
  /*! Entries of a direction that policyTypes leaves out have no effect; that is worth a warning. */
  function effectiveEntries(reader, entries, isolated) {
    if (isolated || entries.length === 0)
      return entries;
    var direction = entries[0].direction;
    var type = direction === "ingress" ? "Ingress" : "Egress";
    report(reader, "entries-without-type", { direction: direction, type: type }, "spec." + direction);
    return [];
  }

  // scripts/policy/kubernetes/services.ts
  /*! Services with the addresses of their endpoints (Kubernetes API documentation, v1 Service, discovery.k8s.io/v1). */
  /*! The label by which an EndpointSlice says whose it is. */
  var SERVICE_NAME_LABEL = "kubernetes.io/service-name";
  /*! All Services, by namespace and name. */
  function readServices(reader, objects) {
    var addresses = endpointAddresses(objects);
    var services = objects.services.map(function(object) {
      var id = namespaceOf(object) + "/" + nameOf(object);
      return readService(reader, object, hasKey(addresses, id) ? addresses[id] : []);
    });
    return stableSort(services, function(a, b) {
      return compareText(a.namespace, b.namespace) || compareText(a.name, b.name);
    });
  }
  function readService(reader, object, endpoints) {
    var spec = isObject(object.spec) ? object.spec : {};
    var type = serviceType(spec.type);
    var clusterIPs = Array.isArray(spec.clusterIPs) ? spec.clusterIPs : [spec.clusterIP];
    return {
      namespace: namespaceOf(object),
      name: nameOf(object),
      labels: readStringMap(reader, metadataField(object, "labels"), objectPath(object, "metadata.labels")),
      type: type,
      headless: spec.clusterIP === "None" || clusterIPs.indexOf("None") >= 0,
      clusterIPs: canonicalAddresses(clusterIPs.concat([spec.clusterIP])),
      selector: readServiceSelector(reader, object, spec, type),
      ports: objectsOf(spec.ports).map(readServicePort),
      endpoints: canonicalAddresses(endpoints)
    };
  }
  function serviceType(value) {
    return value === "NodePort" || value === "LoadBalancer" || value === "ExternalName" ? value : "ClusterIP";
  }
  /*! An empty selector selects nothing here, unlike that of a policy; ExternalName ignores it (API documentation). */
  function readServiceSelector(reader, object, spec, type) {
    var selector = readStringMap(reader, spec.selector, objectPath(object, "spec.selector"));
    return type === "ExternalName" || Object.keys(selector).length === 0 ? void 0 : selector;
  }
  function readServicePort(port) {
    var number = typeof port.port === "number" ? port.port : 0;
    var target = port.targetPort;
    var hasTarget = typeof target === "number" && target !== 0 || typeof target === "string" && target !== "";
    return {
      name: typeof port.name === "string" ? port.name : "",
      protocol: port.protocol === "UDP" || port.protocol === "SCTP" ? port.protocol : "TCP",
      port: number,
      targetPort: hasTarget ? target : number
    };
  }
  /*! By `namespace/name` of the Service: addresses of all endpoints, ready or not (readiness comes and goes). */
  function endpointAddresses(objects) {
    var addresses = {};
    for (var _i = 0, _a = objects.endpointSlices; _i < _a.length; _i++) {
      var slice = _a[_i];
      var labels = metadataField(slice, "labels");
      var name = isObject(labels) ? labels[SERVICE_NAME_LABEL] : void 0;
      if (typeof name !== "string")
        continue;
      for (var _b = 0, _c = objectsOf(slice.endpoints); _b < _c.length; _b++) {
        var endpoint = _c[_b];
        addAll(addresses, slice, name, endpoint.addresses);
      }
    }
    for (var _d = 0, _e = objects.endpoints; _d < _e.length; _d++) {
      var endpoints = _e[_d];
      for (var _f = 0, _g = objectsOf(endpoints.subsets); _f < _g.length; _f++) {
        var subset = _g[_f];
        var found = objectsOf(subset.addresses).concat(objectsOf(subset.notReadyAddresses));
        var texts = found.map(function(address) {
          return address.ip;
        });
        addAll(addresses, endpoints, nameOf(endpoints), texts);
      }
    }
    return addresses;
  }
  function addAll(addresses, object, name, found) {
    if (!Array.isArray(found))
      return;
    var id = namespaceOf(object) + "/" + name;
    if (!hasKey(addresses, id))
      addresses[id] = [];
    for (var _i = 0, _a = found; _i < _a.length; _i++) {
      var address = _a[_i];
      addresses[id].push(address);
    }
  }

  // scripts/integration/podcheck.ts
  /*! Lists pods, and the endpoints that do not follow from pods. */
  function checkPods(client, around) {
    var services = readServices(createReader(), { services: around.services, endpointSlices: [], endpoints: [] });
    var keys = mentionedLabelKeys(readablePolicies(around.policies), services);
    /*! Which pods are annotated for the firewall decides about no rule. */
    var folding = createFolding(keys, []);
    var listing = listAll(client, { resource: PODS }, function(pod) {
      return hasEnded(pod) ? void 0 : readPod(createReader(), pod);
    });
    for (var _i = 0, _a = listing.items; _i < _a.length; _i++) {
      var facts = _a[_i];
      if (facts)
        foldPod(folding, facts);
    }
    return { podKeys: fingerprintOf(keys), pods: podDigest(folding), endpoints: endpointDigest(client) };
  }
  /*! A policy that cannot be read is compiled by its last good version; it mentions nothing here. */
  function readablePolicies(policies) {
    var found = [];
    for (var _i = 0, policies_1 = policies; _i < policies_1.length; _i++) {
      var raw = policies_1[_i];
      var place = { namespace: namespaceOf(raw), name: nameOf(raw) };
      var policy = readPolicy({ apiVersion: raw.apiVersion, kind: raw.kind, metadata: place, spec: raw.spec }).policy;
      if (policy)
        found.push(policy);
    }
    return found;
  }
  function podDigest(folding) {
    var classes = {};
    for (var _i = 0, _a = podClasses(folding); _i < _a.length; _i++) {
      var podClass = _a[_i];
      if (!hasKey(classes, podClass.namespace))
        classes[podClass.namespace] = [];
      classes[podClass.namespace].push(fingerprintOf(classContent(podClass)));
    }
    return grouped(classes, "namespaces");
  }
  /*! Count and samples change without any rule changing. */
  function classContent(podClass) {
    return {
      labels: podClass.labels,
      namedPorts: podClass.namedPorts,
      probePorts: podClass.probePorts,
      hostNetwork: podClass.hostNetwork,
      families: podClass.families
    };
  }
  function endpointDigest(client) {
    var addresses = {};
    var listing = listAll(client, { resource: ENDPOINT_SLICES, selector: OWN_ENDPOINTS_SELECTOR }, ownAddresses);
    for (var _i = 0, _a = listing.items; _i < _a.length; _i++) {
      var slice = _a[_i];
      if (!slice)
        continue;
      if (!hasKey(addresses, slice.service))
        addresses[slice.service] = [];
      for (var _b = 0, _c = slice.addresses; _b < _c.length; _b++) {
        var address = _c[_b];
        addresses[slice.service].push(address);
      }
    }
    return grouped(addresses, "objects");
  }
  function ownAddresses(slice) {
    var own = ownEndpoints(slice);
    var namespace = metadataField(slice, "namespace");
    return own && typeof namespace === "string" ? __assign(__assign({}, own), { service: namespace + "/" + own.service }) : void 0;
  }
  function grouped(texts, level) {
    var entries = {};
    for (var _i = 0, _a = sortedKeys(texts); _i < _a.length; _i++) {
      var key = _a[_i];
      entries[key] = { fingerprint: fingerprintOf(sortedUnique(texts[key])), uid: "" };
    }
    return { level: level, entries: entries };
  }

  // scripts/integration/fetch.ts
  /*!
   * `fetch-incidents`: finds out what changed since the last fetch, and raises at most one incident for all of it. What is
   * remembered is stored last: a fetch that fails in between is repeated as a whole, and finds the same changes again.
   */
  function fetchIncidents(client) {
    var host = client.host;
    var now = host.now();
    var clusterUID = readClusterUID(client);
    var before = knownBefore(client, clusterUID);
    var look = before ? lookAgain(client, before, now) : lookFirst(client, clusterUID, now);
    host.setLastRun(writeMemory(look.memory));
    if (!look.raises)
      return [];
    var facts = { cluster: client.settings.cluster, clusterUID: clusterUID, digest: memoryHash(look.memory), at: now };
    return [makeIncident(__assign(__assign({}, facts), { reason: look.reason, changes: look.changes }))];
  }
  /*! Limits of what is remembered of pods and endpoints, in characters. */
  var MOST_OF_PODS = 5e4;
  /*! What is remembered, if it is of this cluster under this name. */
  function knownBefore(client, clusterUID) {
    var memory = readMemory(client.host.getLastRun());
    var same = memory && memory.clusterUID === clusterUID && memory.cluster === client.settings.cluster;
    return same ? memory : void 0;
  }
  /*! The first fetch of a cluster: all its policies are new. */
  function lookFirst(client, clusterUID, now) {
    var standings = {};
    for (var _i = 0, FOLLOWED_1 = FOLLOWED; _i < FOLLOWED_1.length; _i++) {
      var followed = FOLLOWED_1[_i];
      standings[followed.resource.name] = listStanding(client, followed, "listed");
    }
    var pods = checkPods(client, surroundings(client, standings));
    var policies = standings[NETWORK_POLICIES.name];
    return {
      memory: remember(client, clusterUID, now, standings, pods),
      changes: changesBetween("NetworkPolicy", emptyDigest(), policies.digest, policies),
      reason: "first",
      raises: client.settings.firstFetch === "report"
    };
  }
  /*! A later fetch: watches, or lists everything again when that is due. */
  function lookAgain(client, before, now) {
    var elapsed = now - before.checkedAt;
    var due = elapsed < 0 || elapsed >= client.settings.podCheckMinutes * 6e4;
    var standings = {};
    for (var _i = 0, FOLLOWED_2 = FOLLOWED; _i < FOLLOWED_2.length; _i++) {
      var followed = FOLLOWED_2[_i];
      standings[followed.resource.name] = stand(client, followed, before, due);
    }
    var checks = due || mayChangeClasses(before, standings);
    var pods = checks ? checkPods(client, surroundings(client, standings)) : void 0;
    var memory = pods ? remember(client, before.clusterUID, now, standings, pods) : rememberOn(before, standings);
    var changes = changesSince(before, standings, pods);
    var relisted = FOLLOWED.some(function(followed2) {
      return standings[followed2.resource.name].by === "relisted";
    });
    return { memory: memory, changes: changes, reason: relisted ? "relisted" : "changed", raises: changes.length > 0 };
  }
  /*! Waits for changes of policies; of the rest, it takes what there is. */
  var SHORT_WATCH_SECONDS = 1;
  function stand(client, followed, before, due) {
    var name = followed.resource.name;
    var version = hasKey(before.versions, name) ? before.versions[name] : "";
    /*! Nodes report their state all the time: their lists are long, and the watch tells their changes as well. */
    if (version === "" || due && name !== NODES.name)
      return listStanding(client, followed, "listed");
    var seconds = name === NETWORK_POLICIES.name ? client.settings.watchSeconds : SHORT_WATCH_SECONDS;
    return watchStanding(client, followed, { resourceVersion: version, digest: digestOf(before, name) }, seconds);
  }
  /*! Whether policies or Services changed: they may look at other labels now. */
  function mayChangeClasses(before, standings) {
    return [NETWORK_POLICIES.name, SERVICES.name].some(function(name) {
      return compareDigests(digestOf(before, name), standings[name].digest).found.length > 0;
    });
  }
  /*! Lists what pods are folded by, where a watch gave only the changes; from here on, the list counts. */
  function surroundings(client, standings) {
    return {
      policies: objectsOf2(client, standings, NETWORK_POLICIES.name),
      services: objectsOf2(client, standings, SERVICES.name)
    };
  }
  function objectsOf2(client, standings, name) {
    var standing = standings[name];
    if (standing.objects)
      return standing.objects;
    var followed = FOLLOWED.filter(function(candidate) {
      return candidate.resource.name === name;
    })[0];
    var listed = listStanding(client, followed, "listed");
    standings[name] = __assign(__assign({}, listed), { told: standing.told, seen: __assign(__assign({}, standing.seen), listed.seen) });
    return listed.objects || [];
  }
  function remember(client, clusterUID, now, standings, pods) {
    var kept = keptOf(standings);
    var digests = __assign({}, kept.digests);
    digests[POD_DIGEST] = bounded(pods.pods, MOST_OF_PODS);
    digests[ENDPOINT_DIGEST] = bounded(pods.endpoints, MOST_OF_PODS);
    return {
      clusterUID: clusterUID,
      cluster: client.settings.cluster,
      checkedAt: now,
      podKeys: pods.podKeys,
      versions: kept.versions,
      digests: digests
    };
  }
  /*! Without a check of pods, what is known of them stays. */
  function rememberOn(before, standings) {
    var kept = keptOf(standings);
    return __assign(__assign({}, before), { versions: kept.versions, digests: __assign(__assign({}, before.digests), kept.digests) });
  }
  function keptOf(standings) {
    var versions = {};
    var digests = {};
    for (var _i = 0, FOLLOWED_3 = FOLLOWED; _i < FOLLOWED_3.length; _i++) {
      var followed = FOLLOWED_3[_i];
      var standing = standings[followed.resource.name];
      versions[followed.resource.name] = standing.resourceVersion;
      digests[followed.resource.name] = bounded(standing.digest, followed.most);
    }
    return { versions: versions, digests: digests };
  }

  // scripts/integration/settings.ts
  /*! What the parameter `first_fetch` may say. */
  var FIRST_FETCH_CHOICES = ["All policies", "Only later changes"];
  /*! The parameters of the instance. @throws a user error that names the parameter and what to write */
  function readSettings(params2) {
    return {
      url: readUrl(textParam(params2, "url")),
      token: readToken(params2.credentials),
      cluster: readCluster(textParam(params2, "cluster")),
      trust: params2.insecure === true || params2.insecure === "true" ? "anyone" : "verify",
      route: params2.proxy === true || params2.proxy === "true" ? "proxy" : "direct",
      firstFetch: readFirstFetch(textParam(params2, "first_fetch")),
      pageSize: readNumber(params2, "page_size", 500, 10, 5e3),
      watchSeconds: readNumber(params2, "watch_seconds", 5, 1, 50),
      podCheckMinutes: readNumber(params2, "pod_check_minutes", 5, 1, 1440)
    };
  }
  function textParam(params2, name) {
    var value = params2[name];
    return typeof value === "string" || typeof value === "number" ? String(value).trim() : "";
  }
  var URL_FORM = /^(https?):\/\/(\[[0-9a-f:.]+\]|[a-z0-9.-]+)(:[0-9]{1,5})?$/;
  var LOOPBACK = /^(localhost|127\.[0-9.]+|\[::1\])$/;
  /*!
   * The URL of the API server without anything behind the port. Requests with a token go there, so that a path (somebody
   * else's proxy), credentials, or an unencrypted way over a network are refused.
   */
  function readUrl(given) {
    if (given === "")
      throw settingError("url", "is missing", "Write the URL of the API server");
    var full = (/^[A-Za-z][A-Za-z0-9+.-]*:\/\//.test(given) ? given : "https://" + given).replace(/\/+$/, "");
    var match = URL_FORM.exec(full.toLowerCase());
    if (full.indexOf("@") >= 0) {
      throw settingError("url", "holds credentials", "Put the token into its own parameter, and write only the address");
    }
    if (!match)
      throw settingError("url", "is not an address of a server", "Write scheme, host and port and no path");
    if (match[1] === "http" && !LOOPBACK.test(match[2])) {
      throw settingError("url", "is not encrypted, and the token would travel in the clear", "Write https");
    }
    return full.toLowerCase();
  }
  /*! The token, wherever the server keeps it: typed in, or from its credentials store. */
  function readToken(value) {
    var credentials = isObject(value) ? value : {};
    var stored = isObject(credentials.credentials) ? credentials.credentials : {};
    var given = [credentials.password, stored.password].filter(function(text2) {
      return typeof text2 === "string" && text2.trim() !== "";
    })[0];
    if (typeof given !== "string")
      throw userError("The token is missing. Set the token of a service account.");
    var token = given.trim().replace(/^Bearer\s+/i, "");
    if (!/^[A-Za-z0-9._~+/=-]+$/.test(token)) {
      throw userError("The token holds characters that no token has, such as blanks. Copy it again, on one line.");
    }
    return token;
  }
  function readCluster(given) {
    if (given === "") {
      throw settingError("cluster", "is missing", 'Write the name of the cluster in the list "CNSeries Clusters"');
    }
    return given;
  }
  function readFirstFetch(given) {
    if (given === FIRST_FETCH_CHOICES[1])
      return "silent";
    if (given === "" || given === FIRST_FETCH_CHOICES[0])
      return "report";
    throw settingError("first_fetch", 'is "' + given + '"', "Choose one of: " + FIRST_FETCH_CHOICES.join(", "));
  }
  function readNumber(params2, name, fallback, least, most) {
    var given = textParam(params2, name);
    if (given === "")
      return fallback;
    var value = /^[0-9]{1,6}$/.test(given) ? Number(given) : -1;
    if (value >= least && value <= most)
      return value;
    throw settingError(name, 'is "' + given + '"', "Write a number from " + String(least) + " to " + String(most));
  }
  function settingError(name, problem, remedy2) {
    var example = name === "url" ? ", for example https://kubernetes.example:6443" : "";
    return userError('The parameter "' + name + '" ' + problem + ". " + remedy2 + example + ".");
  }

  // scripts/integration/manifest.ts
  var GET_SNAPSHOT = {
    name: "cnseries-get-snapshot",
    description: "Reads all objects of the cluster that make rules: NetworkPolicies, Namespaces, Pods, Services, EndpointSlices, Nodes and ServiceCIDRs. Fails if any list cannot be read whole.",
    details: [],
    tags: [],
    arguments: {
      snapshot_id: {
        kind: "text",
        positional: true,
        description: "The ID of a snapshot that was taken before. Without it, a new one is taken."
      }
    },
    outputs: [
      { contextPath: "CNSeries.Snapshot.Cluster", description: "The cluster.", type: "String" },
      {
        contextPath: "CNSeries.Snapshot.ClusterUID",
        description: "The UID of its namespace kube-system.",
        type: "String"
      },
      {
        contextPath: "CNSeries.Snapshot.SnapshotId",
        description: "The ID of the snapshot, a hash of its content.",
        type: "String"
      },
      { contextPath: "CNSeries.Snapshot.TakenAt", description: "When it was taken.", type: "Date" },
      { contextPath: "CNSeries.Snapshot.Policies", description: "The number of NetworkPolicies.", type: "Number" },
      { contextPath: "CNSeries.Snapshot.Namespaces", description: "The number of namespaces.", type: "Number" },
      { contextPath: "CNSeries.Snapshot.Pods", description: "The number of pods.", type: "Number" },
      { contextPath: "CNSeries.Snapshot.Services", description: "The number of Services.", type: "Number" },
      { contextPath: "CNSeries.Snapshot.Nodes", description: "The number of nodes.", type: "Number" }
    ],
    listArguments: [],
    example: "!cnseries-get-snapshot"
  };
  var REPORT_OUTCOME = {
    name: "cnseries-report-outcome",
    description: 'Writes an Event on NetworkPolicies, where their authors see it with "kubectl describe networkpolicy".',
    details: [],
    tags: [],
    arguments: {
      policies: {
        kind: "document",
        required: true,
        description: 'The policies: a comma-separated list of namespace/name, or a JSON list of objects with "namespace", "name" and optionally "uid".'
      },
      type: {
        kind: "choice",
        choices: ["Normal", "Warning"],
        defaultValue: "Normal",
        description: "The type of the Event."
      },
      reason: {
        kind: "text",
        required: true,
        description: "Why the Event is written, in one word, for example RulesApplied."
      },
      message: { kind: "text", required: true, description: "What the author should read, at most 1024 characters." }
    },
    outputs: [
      { contextPath: "CNSeries.Report.Cluster", description: "The cluster.", type: "String" },
      { contextPath: "CNSeries.Report.Reason", description: "The reason that the Events carry.", type: "String" },
      {
        contextPath: "CNSeries.Report.Written",
        description: "The number of policies that got the Event.",
        type: "Number"
      },
      {
        contextPath: "CNSeries.Report.Skipped",
        description: "The policies that did not, because they are gone.",
        type: "String"
      }
    ],
    listArguments: ["policies"],
    example: '!cnseries-report-outcome policies=shop/web reason=RulesApplied message="The rules of this policy are in Panorama."'
  };
  var manifest = {
    name: "Kubernetes Policy Watcher",
    folder: "KubernetesPolicyWatcher",
    category: "Network Security",
    description: "Watches the NetworkPolicies of a Kubernetes cluster, and raises one incident for all changes since the last look.",
    parameters: [
      {
        name: "url",
        display: "URL of the API server",
        kind: "text",
        section: "Connect",
        required: true,
        defaultValue: "https://kubernetes.example:6443",
        help: "Scheme, host and port, without a path."
      },
      {
        name: "credentials",
        display: "Token of the service account",
        kind: "credentials",
        section: "Connect",
        required: true
      },
      {
        name: "cluster",
        display: "Cluster",
        kind: "text",
        section: "Connect",
        required: true,
        help: 'The name of the cluster in the list "CNSeries Clusters".'
      },
      {
        name: "insecure",
        display: "Trust any certificate (not secure)",
        kind: "boolean",
        section: "Connect",
        required: false,
        advanced: true
      },
      {
        name: "proxy",
        display: "Use system proxy settings",
        kind: "boolean",
        section: "Connect",
        required: false,
        advanced: true
      },
      { name: "isFetch", display: "Fetch incidents", kind: "boolean", section: "Collect", required: false },
      { name: "incidentType", display: "Incident type", kind: "incidentType", section: "Collect", required: false },
      {
        name: "max_fetch",
        display: "Maximum number of incidents per fetch",
        kind: "text",
        section: "Collect",
        required: false,
        defaultValue: "1",
        help: "All changes since the last fetch are one incident, so that there is never more than one."
      },
      {
        name: "first_fetch",
        display: "First fetch",
        kind: "select",
        section: "Collect",
        required: false,
        defaultValue: FIRST_FETCH_CHOICES[0],
        options: FIRST_FETCH_CHOICES,
        help: "Whether the policies that are there already raise an incident."
      },
      {
        name: "page_size",
        display: "Page size",
        kind: "text",
        section: "Collect",
        required: false,
        defaultValue: "500",
        advanced: true,
        help: "How many objects the API server is asked for at once, from 10 to 5000."
      },
      {
        name: "watch_seconds",
        display: "Seconds to watch",
        kind: "text",
        section: "Collect",
        required: false,
        defaultValue: "5",
        advanced: true,
        help: "How long one fetch waits for changes of policies, from 1 to 50."
      },
      {
        name: "pod_check_minutes",
        display: "Minutes between checks of the pods",
        kind: "text",
        section: "Collect",
        required: false,
        defaultValue: "5",
        advanced: true,
        help: "How often pods are listed, and policies, namespaces and Services compared with what is known, from 1 to 1440."
      }
    ],
    commands: [GET_SNAPSHOT, REPORT_OUTCOME]
  };

  // scripts/integration/permissions.ts
  var PERMISSIONS = [
    { resource: NETWORK_POLICIES, verbs: ["list", "watch"] },
    { resource: SERVICE_CIDRS, verbs: ["list"] },
    { resource: NAMESPACES, verbs: ["list", "watch"] },
    { resource: NODES, verbs: ["list", "watch"] },
    { resource: SERVICES, verbs: ["list", "watch"] },
    { resource: PODS, verbs: ["list"] },
    { resource: ENDPOINT_SLICES, verbs: ["list"] },
    { resource: NAMESPACES, verbs: ["get"], resourceName: CLUSTER_IDENTITY_NAMESPACE },
    { resource: EVENTS, verbs: ["create", "patch"] }
  ];
  /*! What a test of the connection found: 'ok', or everything that is wrong. */
  function testConnection(client) {
    var version = callApi(client, { method: "GET", path: "/version" });
    var known = parsedObject(version.body);
    if (version.status === 401)
      return unauthorized();
    if (version.status !== 200 || !known || !hasKey(known, "gitVersion")) {
      return "No Kubernetes API server answers at " + client.settings.url + " (status " + String(version.status) + ' for /version). Write the URL of the API server, as "kubectl cluster-info" shows it.';
    }
    return permissionReport(client);
  }
  function permissionReport(client) {
    var missing = [];
    for (var _i = 0, PERMISSIONS_1 = PERMISSIONS; _i < PERMISSIONS_1.length; _i++) {
      var permission = PERMISSIONS_1[_i];
      var verbs = [];
      for (var _a = 0, _b = permission.verbs; _a < _b.length; _a++) {
        var verb = _b[_a];
        var judged = judge(client, permission, verb);
        if (judged === "unauthorized")
          return unauthorized();
        if (judged === "denied")
          verbs.push(verb);
      }
      if (verbs.length > 0)
        missing.push(missingText(permission, verbs));
    }
    if (missing.length === 0)
      return "ok";
    return "The token lacks permissions. Add these rules to the ClusterRole of its service account:\n" + missing.join("\n");
  }
  function missingText(permission, verbs) {
    var rule = roleRule(permission.resource, verbs);
    if (permission.resourceName === void 0)
      return "- " + rule;
    return "- " + rule.slice(0, -1) + ', resourceNames: ["' + permission.resourceName + '"]}';
  }
  /*! Asks the API server, which answers for every verb (Kubernetes API documentation, SelfSubjectAccessReview). */
  function judge(client, permission, verb) {
    var answer = callApi(client, {
      method: "POST",
      path: "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews",
      body: {
        apiVersion: "authorization.k8s.io/v1",
        kind: "SelfSubjectAccessReview",
        spec: {
          resourceAttributes: __assign({ verb: verb, group: permission.resource.group, resource: permission.resource.name }, permission.resourceName === void 0 ? {} : { name: permission.resourceName })
        }
      }
    });
    if (answer.status === 401)
      return "unauthorized";
    var review = answer.status === 200 || answer.status === 201 ? parsedObject(answer.body) : void 0;
    if (review && isObject(review.status))
      return review.status.allowed === true ? "allowed" : "denied";
    return tryAccess(client, permission, verb, answer);
  }
  /*! Where reviews are not allowed, reading is simply tried; what cannot be tried without doing it shows when it is used. */
  function tryAccess(client, permission, verb, review) {
    if (review.status !== 403 && review.status !== 404) {
      var access = { verb: verb, resource: permission.resource, namespace: "" };
      throw refusal(access, { status: review.status, body: JSON.stringify({ message: serverText(review) }) });
    }
    if (permission.resource === EVENTS)
      return "allowed";
    var path = clusterPath(permission.resource);
    var answer = permission.resourceName !== void 0 ? callApi(client, { method: "GET", path: path + "/" + permission.resourceName }) : callApi(client, { method: "GET", path: path, query: triedQuery(verb), holdSeconds: 1 });
    if (answer.status === 401)
      return "unauthorized";
    return answer.status === 403 ? "denied" : "allowed";
  }
  function triedQuery(verb) {
    return verb === "watch" ? { watch: "true", timeoutSeconds: "1" } : { limit: "1" };
  }
  function unauthorized() {
    return "The API server does not accept the token (status 401): it is wrong or has expired. Make a new one and set it here.";
  }

  // scripts/integration/run.ts
  /*!
   * Runs one command of the integration. What it returns is what the server wants of each: a text for the test, the
   * incidents as JSON text for a fetch, an entry for a command (Cortex XSOAR documentation, JavaScript integrations).
   *
   * @throws Error with a text for people if a fetch fails, which the server shows at the instance; and for a command that
   * it does not have. Plain ones: engines differ in what they make of others.
   */
  function runIntegration(host) {
    switch (host.command) {
      case "test-module":
        return attempt(host, testConnection, function(message) {
          return message;
        });
      case "fetch-incidents":
        return attempt(host, fetched, function(message) {
          throw new Error(message);
        });
      case GET_SNAPSHOT.name:
        return attempt(host, function(client) {
          return getSnapshot(readArguments(GET_SNAPSHOT, host.args), client);
        }, errorEntry);
      case REPORT_OUTCOME.name:
        return attempt(host, function(client) {
          return writeOutcome(readArguments(REPORT_OUTCOME, host.args), client);
        }, errorEntry);
      default:
        throw new Error('The integration has no command "' + host.command + '".');
    }
  }
  function fetched(client) {
    return JSON.stringify(fetchIncidents(client));
  }
  /*! Runs with the instance's settings. */
  function attempt(host, work, failed) {
    try {
      return work({ host: host, settings: readSettings(host.params) });
    } catch (thrown) {
      return failed(errorMessage(thrown));
    }
  }

  // scripts/integration/host.ts
  /*! The server that runs this integration. */
  function serverHost() {
    return {
      command: command,
      params: plain(params || {}),
      args: plain(args || {}),
      http: send,
      getLastRun: function() {
        return textsOf(getLastRun());
      },
      setLastRun: function(state) {
        setLastRun(state);
      },
      getContext: function() {
        return textsOf(getIntegrationContext());
      },
      setContext: function(context) {
        setIntegrationContext(context);
      },
      wait: function(seconds) {
        wait(seconds);
      },
      now: function() {
        return (/* @__PURE__ */ new Date()).getTime();
      }
    };
  }
  /*! Values of the server's own language as those of this one: their lists are no arrays in every engine. */
  function plain(value) {
    return JSON.parse(JSON.stringify(value));
  }
  function send(request) {
    var headers = {};
    for (var _i = 0, _a = Object.keys(request.headers); _i < _a.length; _i++) {
      var name = _a[_i];
      headers[name] = [request.headers[name]];
    }
    var answer = http(request.url, { Method: request.method, Headers: headers, Body: request.body }, request.trust === "anyone", request.route === "proxy", void 0, void 0, request.timeoutMilliseconds);
    return responseOf(answer);
  }
  function responseOf(answer) {
    var response = isObject(answer) ? answer : {};
    return {
      status: typeof response.StatusCode === "number" ? response.StatusCode : 0,
      headers: isObject(response.Headers) ? headersOf(response.Headers) : {},
      body: typeof response.Body === "string" ? response.Body : ""
    };
  }
  /*! The server gives a list of values for each header. */
  function headersOf(headers) {
    var found = {};
    for (var _i = 0, _a = Object.keys(headers); _i < _a.length; _i++) {
      var name = _a[_i];
      var values = headers[name];
      /*! A list of the server's own language is no array in every engine. */
      var first = typeof values === "object" && values !== null ? values[0] : values;
      if (typeof first === "string")
        found[name.toLowerCase()] = first;
    }
    return found;
  }
  /*! The texts of an object; whatever else it holds is not ours. */
  function textsOf(value) {
    var texts = {};
    if (!isObject(value))
      return texts;
    for (var _i = 0, _a = Object.keys(value); _i < _a.length; _i++) {
      var key = _a[_i];
      var text2 = value[key];
      if (typeof text2 === "string")
        texts[key] = text2;
    }
    return texts;
  }

  // entry.js
  __cnEntries = runIntegration(serverHost());
})();
return __cnEntries;
