"""Drives a Panorama through pan-python, request by request: python xmlapi.py HTTP_PORT HTTPS_PORT

The administrators, device groups and firewalls are those of emulator.ts.
"""

import sys
import time
import xml.etree.ElementTree as etree

import pan.xapi
from pan.xapi import PanXapi, PanXapiError
from steps import expect, expect_error, finish, step

HTTP_PORT = int(sys.argv[1])
HTTPS_PORT = int(sys.argv[2])
HOST = "127.0.0.1"
PASSWORD = 'secret&+ "\u00fc'

GROUP = "/config/devices/entry[@name='localhost.localdomain']/device-group/entry[@name='%s']"
SHOP = GROUP % "shop-cluster"
RULES = SHOP + "/pre-rulebase/security/rules"


def session(api_key="key-admin==", **more):
    """A session by HTTP."""
    return PanXapi(hostname=HOST, port=HTTP_PORT, use_http=True, api_key=api_key, **more)


admin = session()
other = session("key-other")


def rule(name, source="any", destination="any", tag=None):
    """A complete security rule."""
    lists = [("from", "any"), ("to", "any"), ("source", source), ("destination", destination)]
    lists += [("application", "any"), ("service", "any"), ("category", "any")]
    if tag is not None:
        lists.append(("tag", tag))
    body = "".join("<%s><member>%s</member></%s>" % (tag, member, tag) for tag, member in lists)
    return "<entry name='%s'>%s<action>allow</action><log-end>yes</log-end></entry>" % (name, body)


def rule_at(name):
    return RULES + "/entry[@name='%s']" % name


def names(xapi, xpath=RULES + "/entry"):
    """The names of the entries that the last answer, or a new read of the candidate, holds."""
    xapi.get(xpath)
    return [entry.get("name") for entry in xapi.element_result]


def text(xapi, path):
    """The text at a path of the last result."""
    return xapi.element_result.findtext(path)


def op(xapi, cmd, **more):
    """An operational command as the command line writes it; pan-python turns it into XML."""
    xapi.op(cmd, cmd_xml=True, **more)
    return xapi.element_result


def commit(xapi, cmd="<commit></commit>", action=None):
    """Commits, waits, and gives the finished job."""
    xapi.commit(cmd, action=action, sync=True, interval=0.05, timeout=20)
    return xapi.element_result.find("job")


with step("keygen gives the key of a user whose password has special characters"):
    opened = PanXapi(hostname=HOST, port=HTTP_PORT, use_http=True, api_username="admin", api_password=PASSWORD)
    expect(opened.keygen(), "key-admin==")

with step("keygen by HTTPS, and a session that asks for its key by itself"):
    opened = PanXapi(hostname=HOST, port=HTTPS_PORT, api_username="admin", api_password=PASSWORD)
    expect(text(op(opened, "show system info") and opened, "system/hostname"), "panorama")
    expect(opened.api_key, "key-admin==")

with step("a wrong password and a wrong key are HTTP 403"):
    wrong = PanXapi(hostname=HOST, port=HTTP_PORT, use_http=True, api_username="admin", api_password="x")
    expect_error(PanXapiError, "URLError: code: 403 reason: Invalid Credential", wrong.keygen)
    expect_error(PanXapiError, "URLError: code: 403 reason: Invalid Credential", lambda: op(session("x"), "show clock"))

with step("requests by GET"):
    expect("corporate-dns" in names(session(use_get=True)), True)

with step("get: the candidate, with counts, code 19"):
    admin.get(RULES)
    expect((admin.status, admin.status_code), ("success", "19"))
    expect(admin.element_result.get("count"), "1")
    expect(admin.element_result.find("rules/entry").get("name"), "corporate-dns")

with step("get of what is not there succeeds with code 7 and an empty result"):
    admin.get(rule_at("none"))
    expect((admin.status, admin.status_code, len(admin.element_result)), ("success", "7", 0))

with step("show: the running configuration; nothing there is the error 'No such node'"):
    admin.show(rule_at("corporate-dns"))
    expect(text(admin, "entry/action"), "allow")
    expect_error(PanXapiError, "No such node", lambda: admin.show(rule_at("none")))

with step("set: tag, address, dynamic group, service, rule"):
    admin.set(SHOP + "/tag", "<entry name='k8s-netpol'><comments>&lt;ours&gt; &amp; only ours</comments></entry>")
    expect((admin.status_code, admin.status_detail), ("20", "command succeeded"))
    admin.set(SHOP + "/address", "<entry name='db'><ip-netmask>10.1.0.0/16</ip-netmask></entry>")
    dynamic = "<entry name='web'><dynamic><filter>'k8s.cl_shop.ns_shop.app.web'</filter></dynamic></entry>"
    admin.set(SHOP + "/address-group", dynamic)
    admin.set(SHOP + "/service", "<entry name='tcp-6379'><protocol><tcp><port>6379</port></tcp></protocol></entry>")
    admin.set(RULES, rule("np-1", "web", "db", "k8s-netpol") + rule("np-2") + rule("np-3"))
    expect(names(admin), ["corporate-dns", "np-1", "np-2", "np-3"])

with step("what is uncommitted carries its administrator in get, and is not in show"):
    admin.get(rule_at("np-1"))
    expect(admin.element_result.find("entry").get("admin"), "admin")
    expect_error(PanXapiError, "No such node", lambda: admin.show(rule_at("np-1")))

with step("special characters come back as they went"):
    admin.get(SHOP + "/tag/entry[@name='k8s-netpol']")
    expect(text(admin, "entry/comments"), "<ours> & only ours")

with step("set merges, edit replaces and keeps the place"):
    admin.set(rule_at("np-1"), "<source><member>10.2.0.0/16</member></source>")
    admin.get(rule_at("np-1") + "/source/member")
    expect(sorted(member.text for member in admin.element_result), ["10.2.0.0/16", "web"])
    admin.edit(rule_at("np-1"), rule("np-1", "web", "db", "k8s-netpol"))
    admin.get(rule_at("np-1") + "/source/member")
    expect([member.text for member in admin.element_result], ["web"])
    expect(names(admin), ["corporate-dns", "np-1", "np-2", "np-3"])

with step("move: top, bottom, before, after"):
    admin.move(rule_at("np-3"), "top")
    admin.move(rule_at("np-2"), "before", "np-3")
    admin.move(rule_at("corporate-dns"), "after", "np-2")
    expect(names(admin), ["np-2", "corporate-dns", "np-3", "np-1"])

with step("move to where the rule is, and move without a destination, are errors"):
    expect_error(PanXapiError, "already at the bottom", lambda: admin.move(rule_at("np-1"), "bottom"))
    expect_error(PanXapiError, "no target specified in move", lambda: admin.move(rule_at("np-1"), "after"))

with step("rename and clone"):
    admin.rename(rule_at("np-3"), "np-4")
    admin.clone(RULES, rule_at("np-4"), "np-5")
    expect(names(admin), ["np-2", "corporate-dns", "np-4", "np-1", "np-5"])

with step("delete; of what is not there too, with code 7; not of what is in use"):
    admin.delete(rule_at("np-5"))
    expect(admin.status_code, "20")
    admin.delete(rule_at("np-5"))
    expect((admin.status, admin.status_code), ("success", "7"))
    in_use = lambda: admin.delete(SHOP + "/address-group/entry[@name='web']")
    error = expect_error(PanXapiError, "web cannot be deleted because of references from:", in_use)
    expect("np-1" in str(error) and "source" in str(error), True)
    expect(admin.status_code, "10")

with step("invalid configuration is refused with the place and the reason"):
    bad = rule("np-6", "nobody")
    expect_error(PanXapiError, "'nobody' is not a valid reference", lambda: admin.set(RULES, bad))
    odd = "<entry name='odd'><fqdn2>x</fqdn2></entry>"
    expect_error(PanXapiError, "unexpected here", lambda: admin.set(SHOP + "/address", odd))
    expect_error(PanXapiError, "Malformed", lambda: admin.set(SHOP + "/address", "<entry name='a'>"))
    expect_error(PanXapiError, "Invalid xpath", lambda: admin.get("/config/["))

with step("a reader may read and not write"):
    reader = session("key-reader")
    expect("corporate-dns" in names(reader), True)
    expect_error(PanXapiError, "Unauthorized request", lambda: reader.delete(rule_at("np-1")))

with step("multi-config: all or nothing"):
    if hasattr(admin, "multi_config"):
        first = "<set id='1' xpath=\"%s/tag\"><entry name='second'/></set>" % SHOP
        wrong = "<delete id='2' xpath=\"%s/address/entry[@name='db']\"/>" % SHOP
        expect_error(
            PanXapiError, "", lambda: admin.multi_config("<multi-config>%s%s</multi-config>" % (first, wrong))
        )
        answers = [(answer.get("id"), answer.get("status")) for answer in admin.element_root]
        expect(answers, [("1", "success"), ("2", "error")])
        expect("second" in names(admin, SHOP + "/tag/entry"), False)
        admin.multi_config("<multi-config>%s</multi-config>" % first)
        expect((admin.status_code, "second" in names(admin, SHOP + "/tag/entry")), ("20", True))

with step("locks: listed, held against others, released by their owner"):
    op(admin, "request config-lock add", vsys="shop-cluster")
    locks = op(admin, "show config-locks").findall("config-locks/entry")
    expect([(lock.get("name"), lock.findtext("name")) for lock in locks], [("admin", "shop-cluster")])
    locked = "Configuration is locked by admin"
    expect_error(PanXapiError, locked, lambda: other.set(SHOP + "/tag", "<entry name='theirs'/>"))
    expect_error(PanXapiError, "locked by admin", lambda: op(other, "request config-lock add", vsys="shop-cluster"))
    op(admin, "request config-lock remove", vsys="shop-cluster")
    expect(len(op(admin, "show config-locks").find("config-locks")), 0)
    op(admin, "request commit-lock add", vsys="shared")
    expect(len(op(admin, "show commit-locks").find("commit-locks")), 1)
    expect_error(PanXapiError, "Other administrators are holding", lambda: commit(other))
    op(admin, "request commit-lock remove", vsys="shared")

with step("pending changes, by administrator"):
    other.set("/config/shared/tag", "<entry name='theirs'/>")
    expect(op(admin, "check pending-changes").text, "yes")
    expect(op(admin, "check full-commit-required").text, "no")
    entries = op(admin, "show config list changes").findall("journal/entry")
    expect(sorted({entry.findtext("owner") for entry in entries}), ["admin", "other"])

with step("validate is a job"):
    admin.op("<validate><full></full></validate>")
    job = text(admin, "job")
    for _ in range(20):
        if text(op(admin, 'show jobs id "%s"' % job) is not None and admin, "job/status") == "FIN":
            break
    expect((text(admin, "job/type"), text(admin, "job/result")), ("Validate", "OK"))

with step("partial commit: this administrator's changes of one device group, with job polling"):
    partial = (
        "<commit><description>np</description><partial><admin><member>admin</member></admin>"
        "<device-group><member>shop-cluster</member></device-group>"
        "<device-and-network>excluded</device-and-network><shared-object>excluded</shared-object></partial></commit>"
    )
    job = commit(admin, partial, "partial")
    expect((job.findtext("type"), job.findtext("status"), job.findtext("result")), ("Commit", "FIN", "OK"))
    admin.show(rule_at("np-1"))
    expect_error(PanXapiError, "No such node", lambda: admin.show("/config/shared/tag/entry[@name='theirs']"))

with step("nothing to commit: no job, and the text that clients know"):
    admin.commit(partial, action="partial", sync=True)
    expect((admin.element_root.find("result/job"), admin.status_detail), (None, "There are no changes to commit."))

with step("commit-all with job polling and per-device results"):
    push = "<commit-all><shared-policy><device-group><entry name='%s'/></device-group></shared-policy></commit-all>"
    job = commit(admin, push % "shop-cluster", "all")
    expect([entry.findtext("result") for entry in job.findall("devices/entry")], ["OK"] * 4)
    job = commit(admin, push % "mixed-cluster", "all")
    results = {entry.findtext("serial-no")[-1]: entry.findtext("result") for entry in job.findall("devices/entry")}
    expect(results, {"5": "OK", "6": "FAIL", "7": "FAIL"})
    failed = job.find("devices/entry[serial-no='000000000000006']")
    expect(failed.findtext("details/msg/errors/line"), "Policy exceeds the limit")

with step("a push to no device group is refused"):
    expect_error(PanXapiError, "is not a valid reference", lambda: commit(admin, push % "nowhere", "all"))

with step("jobs: all of them, the newest first; an unknown one is an error"):
    numbers = [int(job.findtext("id")) for job in op(admin, "show jobs all").findall("job")]
    expect(numbers, sorted(numbers, reverse=True))
    expect_error(PanXapiError, "not found", lambda: op(admin, 'show jobs id "9999"'))

with step("devices, device groups and their hierarchy"):
    serials = [entry.findtext("serial")[-1] for entry in op(admin, "show devices all").findall("devices/entry")]
    expect(serials, ["1", "2", "3", "4", "5", "6", "7"])
    connected = op(admin, "show devices connected").findall("devices/entry")
    expect([entry.findtext("serial")[-1] for entry in connected], ["1", "2", "3", "4", "5", "6"])
    admin.op("<show><devicegroups><name>shop-cluster</name></devicegroups></show>")
    state = admin.element_result.findall("devicegroups/entry[@name='shop-cluster']/devices/entry/shared-policy-status")
    expect([one.text for one in state], ["In Sync"] * 4)
    tree = op(admin, "show dg-hierarchy").find("dg-hierarchy/dg[@name='kubernetes']")
    expect([group.get("name") for group in tree], ["shop-cluster", "mixed-cluster"])

with step("system: information, high availability"):
    expect((text(op(admin, "show system info") and admin, "system/model")), "Panorama")
    expect(text(op(admin, "show high-availability state") and admin, "enabled"), "no")

with step("a firewall's dynamic groups and registered addresses, through Panorama"):
    firewall = session(serial="000000000000001")
    firewall.op("<show><object><dynamic-address-group><all></all></dynamic-address-group></object></show>")
    members = firewall.element_result.findall("dyn-addr-grp/entry[group-name='web']/member-list/entry")
    expect([member.get("name") for member in members], ["10.0.0.1"])
    firewall.op("<show><object><registered-ip><all></all></registered-ip></object></show>")
    expect([entry.get("ip") for entry in firewall.element_result.findall("entry")], ["10.0.0.1"])
    gone = session(serial="000000000000007")
    expect_error(PanXapiError, "not connected", lambda: op(gone, "show object registered-ip all"))

with step("audit comments"):
    comment = "<set><audit-comment><xpath>%s</xpath><comment>why</comment></audit-comment></set>"
    admin.op(comment % rule_at("np-1").replace("'", "&apos;"))
    admin.op("<show><config><list><audit-comments><xpath>%s</xpath></audit-comments></list></config></show>" % rule_at("np-1"))
    expect(text(admin, "entry/comment"), "why")

with step("revert takes back this administrator's changes"):
    admin.set(SHOP + "/tag", "<entry name='third'/>")
    admin.op("<revert><config><partial><admin><member>admin</member></admin></partial></config></revert>")
    expect("third" in names(admin, SHOP + "/tag/entry"), False)
    expect("theirs" in names(admin, "/config/shared/tag/entry"), True)

with step("an unknown command is an error that names it"):
    expect_error(PanXapiError, "show -> nonsense", lambda: op(admin, "show nonsense"))

with step("export of the running configuration"):
    if hasattr(admin, "export"):
        admin.export("configuration")
        expect(admin.element_root.tag, "config")

finish()
