"""Drives a Panorama through the object library pan-os-python: python objectlibrary.py HTTP_PORT HTTPS_PORT

The administrators, device groups and firewalls are those of emulator.ts. pan-os-python speaks HTTPS only.
"""

import sys

from panos import errors
from panos.base import PanDevice
from panos.objects import AddressGroup, AddressObject, ServiceGroup, ServiceObject, Tag
from panos.panorama import DeviceGroup, Panorama, PanoramaCommit, PanoramaCommitAll
from panos.policies import PostRulebase, PreRulebase, SecurityRule
from steps import expect, expect_error, finish, step

PORT = int(sys.argv[2])
PASSWORD = 'secret&+ "\u00fc'


def connect(api_key="key-admin=="):
    """A Panorama as one administrator, with the device groups that a client fetches first."""
    panorama = Panorama("127.0.0.1", api_key=api_key, port=PORT, timeout=20)
    panorama.refresh_system_info()
    return panorama


def group_of(panorama, name="shop-cluster"):
    """A device group below a Panorama, without what is in it."""
    return panorama.add(DeviceGroup(name))


def fresh_rule(panorama, name, group="shop-cluster"):
    """A rule as the candidate configuration has it now."""
    rule = group_of(panorama, group).add(PreRulebase()).add(SecurityRule(name))
    rule.refresh()
    return rule


def rule_names(panorama, group="shop-cluster", rulebase=PreRulebase):
    """The names of a device group's rules, in order."""
    rules = SecurityRule.refreshall(group_of(panorama, group).add(rulebase()), name_only=True)
    return [rule.name for rule in rules]


with step("a device tells what it is: create_from_device gives a Panorama, with the key of user and password"):
    device = PanDevice.create_from_device("127.0.0.1", "admin", PASSWORD, port=PORT)
    expect((type(device), device.api_key, device.version), (Panorama, "key-admin==", "11.1.4"))

with step("a wrong password and a wrong key"):
    forbidden = "URLError: code: 403 reason: Invalid Credential"
    wrong = lambda: PanDevice.create_from_device("127.0.0.1", "admin", "x", port=PORT)
    expect_error(errors.PanURLError, forbidden, wrong)
    expect_error(errors.PanURLError, forbidden, lambda: connect("x"))

pano = connect()
theirs = connect("key-other")
shop = group_of(pano)

with step("firewalls and device groups: refresh_devices finds them with their state"):
    found = connect().refresh_devices(add=True)
    groups = {group.name: group for group in found if isinstance(group, DeviceGroup)}
    expect(sorted(groups), ["kubernetes", "mixed-cluster", "shop-cluster"])
    firewalls = groups["mixed-cluster"].children
    expect(
        [(one.serial[-1], one.state.connected, one.state.shared_policy_synced) for one in firewalls],
        [("5", True, False), ("6", True, False), ("7", False, False)],
    )

with step("firewalls without their virtual systems, and only the connected ones"):
    expect(len(connect().refresh_devices(expand_vsys=False, include_device_groups=False)), 7)
    expect(len(connect().refresh_devices(only_connected=True, include_device_groups=False)), 6)

with step("the hierarchy of device groups"):
    parents = pano.opstate.dg_hierarchy.fetch()
    expect(parents, {"kubernetes": None, "shop-cluster": "kubernetes", "mixed-cluster": "kubernetes"})

with step("a device group is created, moved below another one, refreshed"):
    group = pano.add(DeviceGroup("new-cluster"))
    group.create()
    expect(pano.opstate.dg_hierarchy.fetch()["new-cluster"], None)
    group.opstate.dg_hierarchy.parent = "kubernetes"
    expect(group.opstate.dg_hierarchy.update()["success"], True)
    group.opstate.dg_hierarchy.refresh()
    expect(group.opstate.dg_hierarchy.parent, "kubernetes")
    expect("new-cluster" in [one.name for one in DeviceGroup.refreshall(connect())], True)

with step("a device group is not moved below itself, nor below one that is not there"):
    for parent in ("shop-cluster", "nowhere"):
        kubernetes = group_of(connect(), "kubernetes")
        kubernetes.opstate.dg_hierarchy.parent = parent
        expect_error(errors.PanDeviceXapiError, parent, kubernetes.opstate.dg_hierarchy.update)

with step("a device group with firewalls or children is not deleted, an empty one is"):
    in_use = "cannot be deleted because of references from"
    expect_error(errors.PanDeviceXapiError, in_use, group_of(connect(), "shop-cluster").delete)
    expect_error(errors.PanDeviceXapiError, in_use, group_of(connect(), "kubernetes").delete)
    pano.find("new-cluster", DeviceGroup).delete()
    expect("new-cluster" in pano.opstate.dg_hierarchy.fetch(), False)

with step("tags are created and refreshed, in Shared and in a device group"):
    pano.add(Tag("estate", color="color1", comments="<b> & 'c'")).create()
    shop.add(Tag("k8s-netpol")).create()
    expect(sorted(tag.name for tag in Tag.refreshall(connect())), ["corporate", "estate"])
    read = connect().add(Tag("estate"))
    read.refresh()
    expect((read.color, read.comments), ("color1", "<b> & 'c'"))

with step("addresses of every type are created and refreshed"):
    values = {"ip-netmask": "10.1.0.0/16", "ip-range": "10.2.0.1-10.2.0.9", "fqdn": "db.example.com"}
    for kind, value in values.items():
        shop.add(AddressObject(kind, value, type=kind, description="of " + kind, tag=["k8s-netpol"])).create()
    read = {one.name: (one.type, one.value, one.tag) for one in AddressObject.refreshall(group_of(connect()))}
    expect(read, {kind: (kind, value, ["k8s-netpol"]) for kind, value in values.items()})

with step("many objects in one request: create_similar, delete_similar"):
    others = [AddressObject("many-%d" % number, "10.3.0.%d" % number) for number in range(20)]
    group_of(connect()).extend(others)
    others[0].create_similar()
    expect(len(AddressObject.refreshall(group_of(connect()))), 23)
    others[0].delete_similar()
    expect(len(AddressObject.refreshall(group_of(connect()))), 3)

with step("address groups, static and dynamic; a change of one value with update"):
    shop.add(AddressGroup("static", static_value=["ip-netmask", "fqdn"], tag="k8s-netpol")).create()
    match = "'k8s.cl_shop.ns_shop.app.web' and 'k8s.cl_shop.ns_shop.tier.front'"
    dynamic = shop.add(AddressGroup("dynamic", dynamic_value=match))
    dynamic.create()
    read = {one.name: one for one in AddressGroup.refreshall(group_of(connect()))}
    expect((read["static"].static_value, read["dynamic"].dynamic_value), (["ip-netmask", "fqdn"], match))
    dynamic.dynamic_value = "'k8s.cl_shop.ns_shop.app.web'"
    dynamic.update("dynamic_value")
    dynamic.refresh()
    expect(dynamic.dynamic_value, "'k8s.cl_shop.ns_shop.app.web'")

with step("services and service groups"):
    shop.add(ServiceObject("tcp-6379", "tcp", destination_port="6379,7000-7010", tag=["k8s-netpol"])).create()
    shop.add(ServiceObject("udp-53", "udp", destination_port="53", description="names")).create()
    shop.add(ServiceGroup("both", value=["tcp-6379", "udp-53"])).create()
    read = {one.name: one for one in ServiceObject.refreshall(group_of(connect()))}
    expect((read["tcp-6379"].protocol, read["tcp-6379"].destination_port), ("tcp", "6379,7000-7010"))
    expect(ServiceGroup.refreshall(group_of(connect()))[0].value, ["tcp-6379", "udp-53"])

pre = shop.add(PreRulebase())

with step("pre-rules are created and refreshed with all their fields"):
    fields = dict(
        fromzone=["any"],
        tozone=["any"],
        source=["dynamic"],
        destination=["static", "10.20.0.0/16"],
        application=["any"],
        service=["both"],
        action="allow",
        log_setting="default",
        log_start=False,
        log_end=True,
        description="shop/redis <1> & 'more'",
        type="universal",
        tag=["k8s-netpol"],
        group_tag="k8s-netpol",
        negate_source=False,
        negate_destination=False,
        disabled=False,
        disable_server_response_inspection=False,
        virus="default",
        spyware="strict",
    )
    pre.add(SecurityRule("np-1", **fields)).create()
    read = fresh_rule(connect(), "np-1")
    got = {name: getattr(read, name) for name in fields}
    expect(got, dict(fields, virus=["default"], spyware=["strict"]))
    expect(len(read.uuid), 36)

with step("a rule that was read is written back with its uuid and keeps it"):
    read = fresh_rule(connect(), "np-1")
    before = read.uuid
    read.description = "changed"
    read.apply()
    expect([(one.uuid, one.description) for one in [fresh_rule(connect(), "np-1")]], [(before, "changed")])

with step("pre-rules are moved: top, bottom, before, after; rules of the post rulebase stay apart"):
    rules = [pre.add(SecurityRule("np-%d" % number, service=["any"], action="deny")) for number in (2, 3)]
    rules[0].create_similar()
    rules[0].move("top")
    rules[1].move("before", "np-1")
    expect(rule_names(connect()), ["np-2", "corporate-dns", "np-3", "np-1"])
    rules[0].move("bottom")
    rules[1].move("after", "np-2")
    expect(rule_names(connect()), ["corporate-dns", "np-1", "np-2", "np-3"])
    shop.add(PostRulebase()).add(SecurityRule("np-4", service=["any"], action="deny")).create()
    expect(rule_names(connect(), rulebase=PostRulebase), ["np-4"])
    expect_error(errors.PanDeviceXapiError, "already at the bottom", lambda: rules[1].move("bottom"))

with step("a rule is renamed and deleted; to delete it once more is no error"):
    rules[0].rename("np-5")
    expect(rule_names(connect()), ["corporate-dns", "np-1", "np-5", "np-3"])
    rules[0].delete()
    group_of(connect()).add(PreRulebase()).add(SecurityRule("np-5")).delete()
    expect(rule_names(connect()), ["corporate-dns", "np-1", "np-3"])

with step("audit comments by the rule's operational state"):
    rule = fresh_rule(connect(), "np-1")
    rule.opstate.audit_comment.update("why & <how>")
    expect(rule.opstate.audit_comment.current(), "why & <how>")

with step("what is missing is PanObjectMissing"):
    expect_error(errors.PanObjectMissing, "Object doesn't exist", lambda: fresh_rule(connect(), "nothing"))
    expect_error(errors.PanObjectMissing, "Object doesn't exist", group_of(connect()).add(AddressObject("none")).refresh)
    read = lambda: group_of(connect()).add(AddressObject("fqdn")).refresh(running_config=True)
    expect_error(errors.PanObjectMissing, "Object doesn't exist", read)

with step("what is in use is not deleted"):
    for one in (AddressGroup("dynamic"), ServiceGroup("both"), ServiceObject("udp-53"), Tag("k8s-netpol")):
        text = "%s cannot be deleted because of references from:" % one.name
        expect_error(errors.PanDeviceXapiError, text, group_of(connect()).add(one).delete)

with step("invalid references, names and values are refused"):
    wrong = group_of(connect()).add(PreRulebase()).add(SecurityRule("np-6", source=["nobody"], action="allow"))
    expect_error(errors.PanDeviceXapiError, "'nobody' is not a valid reference", wrong.create)
    wrong = group_of(connect()).add(AddressObject("a" * 64, "10.0.0.1"))
    expect_error(errors.PanDeviceXapiError, "a" * 64, wrong.create)
    wrong = group_of(connect()).add(PreRulebase()).add(SecurityRule("np-1", action="shrug"))
    expect_error(errors.PanDeviceXapiError, "action", wrong.create)

with step("locks are taken, seen, held against others and given back"):
    expect(pano.add_config_lock(comment="ours", scope="shared"), True)
    expect((pano.check_config_locks(), pano.check_commit_locks()), (True, False))
    expect_error(errors.PanLockError, "You already own a config lock", lambda: pano.add_config_lock(scope="shared"))
    expect_error(errors.PanLockError, "is currently locked by admin", lambda: theirs.add_config_lock(scope="shared"))
    expect(theirs.add_config_lock(scope="shared", exceptions=False), False)
    held = group_of(theirs).add(Tag("theirs"))
    expect_error(errors.PanLockError, "Configuration is locked by admin", held.create)
    expect(pano.remove_config_lock(), True)
    expect_error(errors.PanLockError, "Config is not currently locked", pano.remove_config_lock)
    held.create()

with step("a lock on a device group"):
    expect(pano.add_config_lock(scope="shop-cluster"), True)
    expect_error(errors.PanLockError, "Configuration is locked by admin", held.delete)
    expect(pano.remove_config_lock(scope="shop-cluster"), True)
    group_of(theirs).add(Tag("theirs")).delete()

with step("commit locks stop the commits of others"):
    pano.add_commit_lock(comment="wait")
    expect_error(errors.PanLockError, "Commit lock is already held", theirs.add_commit_lock)
    expect_error(errors.PanDeviceXapiError, "Other administrators are holding", lambda: theirs.commit(exception=True))
    pano.remove_commit_lock()
    expect_error(errors.PanLockError, "Commit lock is not currently held", pano.remove_commit_lock)

with step("pending changes, before and after the commit of one administrator's changes of one device group"):
    expect(bool(pano.pending_changes()), True)
    theirs.add(Tag("foreign")).create()
    partial = PanoramaCommit("np", ["admin"], ["shop-cluster"], exclude_device_and_network=True)
    result = pano.commit(sync=True, exception=True, cmd=partial)
    expect((result["success"], result["result"], result["messages"][-1:]), (True, "OK", ["Configuration committed successfully"]))
    read = group_of(connect()).add(PreRulebase()).add(SecurityRule("np-1"))
    read.refresh(running_config=True)
    expect(read.description, fields["description"])
    foreign = connect().add(Tag("foreign"))
    expect_error(errors.PanObjectMissing, "Object doesn't exist", lambda: foreign.refresh(running_config=True))
    expect(pano.pending_changes(), True)

with step("nothing to commit: no result, or PanCommitNotNeeded where it is asked for"):
    expect(pano.commit(sync=True, cmd=partial), None)
    expect_error(errors.PanCommitNotNeeded, "Commit not needed", lambda: pano.commit(exception=True, cmd=partial))

with step("a commit that fails is PanCommitFailed with the reasons"):
    element = "<entry name='half'><from><member>any</member></from><action>allow</action></entry>"
    pano.xapi.set(pre.xpath() + "/security/rules", element)
    error = expect_error(
        errors.PanCommitFailed, "Commit failed", lambda: pano.commit(sync=True, exception=True, cmd=partial)
    )
    expect(any("half" in message for message in error.result["messages"]), True)
    group_of(pano).add(PreRulebase()).add(SecurityRule("half")).delete()

with step("a push gives the result of each firewall"):
    push = lambda name, **more: PanoramaCommitAll(
        PanoramaCommitAll.STYLE_DEVICE_GROUP, name, "np", include_template=False, force_template_values=False, **more
    )
    result = pano.commit(sync=True, sync_all=True, cmd=push("shop-cluster"))
    expect((result["success"], len(result["devices"])), (True, 4))
    result = pano.commit(sync=True, sync_all=True, cmd=push("mixed-cluster"))
    outcomes = {serial[-1]: (one["success"], one["messages"]) for serial, one in result["devices"].items()}
    expect(outcomes["5"][0], True)
    expect(outcomes["6"], (False, "Policy exceeds the limit"))
    expect((outcomes["7"][0], result["success"]), (False, False))

with step("a push to some firewalls of a group, the older way too"):
    one = "000000000000002"
    expect(list(pano.commit(sync=True, sync_all=True, cmd=push("shop-cluster", devices=[one]))["devices"]), [one])
    result = pano.commit_all(sync=True, sync_all=True, devicegroup="shop-cluster", serials=[one], description="np")
    expect(list(result["devices"]), [one])

with step("after the push the firewalls are in sync, and know their groups"):
    synced = {
        one.serial[-1]: one.state.shared_policy_synced
        for group in connect().refresh_devices()
        if isinstance(group, DeviceGroup)
        for one in group.children
    }
    expect(synced, {"1": True, "2": True, "3": True, "4": True, "5": True, "6": False, "7": False})

with step("high availability"):
    expect(pano.show_highavailability_state(), ("disabled", None))

finish()
