import { expect, it } from "vitest";
import { typesOf } from "../k8s/types";
import { textOf } from "../go/fmt";
import { ptrTo } from "../go/types";

const core = (name: string) => typesOf(30).get(`k8s.io/api/core/v1.${name}`);
const text = (name: string, node: unknown) => textOf(ptrTo(core(name)), node, "String");

it("prints structs as their generated String methods do", () => {
  expect(text("SeccompProfile", { type: "RuntimeDefault" })).toBe(
    "&SeccompProfile{Type:RuntimeDefault,LocalhostProfile:nil,}",
  );
  expect(text("SeccompProfile", null)).toBe("nil");
  expect(text("Capabilities", { add: ["A", "B"] })).toBe("&Capabilities{Add:[A B],Drop:[],}");
});

it("puts fields in the order of their protobuf numbers, and structs in place", () => {
  expect(text("VolumeMount", { name: "n", mountPath: "/m" })).toBe(
    "&VolumeMount{Name:n,ReadOnly:false,MountPath:/m,SubPath:,MountPropagation:nil,SubPathExpr:,RecursiveReadOnly:nil,}",
  );
  expect(text("PodSecurityContext", { runAsUser: 5, sysctls: [{ name: "n", value: "v" }] })).toContain(
    "&PodSecurityContext{SELinuxOptions:nil,RunAsUser:*5,RunAsNonRoot:nil,SupplementalGroups:[],FSGroup:nil,RunAsGroup:nil,Sysctls:[]Sysctl{Sysctl{Name:n,Value:v,},},WindowsOptions:nil,",
  );
});

it("names the package of structs of another one", () => {
  expect(
    text("PodAffinityTerm", {
      labelSelector: {
        matchLabels: new Map([
          ["b", "2"],
          ["a", "1"],
        ]),
      },
      topologyKey: "t",
    }),
  ).toContain(
    "LabelSelector:&v1.LabelSelector{MatchLabels:map[string]string{a: 1,b: 2,},MatchExpressions:[]LabelSelectorRequirement{},}",
  );
});
