package main

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/cpor"
	"github.com/partnerrules/partnerrules/eligibility"
	"github.com/partnerrules/partnerrules/examples/internal/portfolio"
)

// The tasks contain each action once. They are sorted by day, with tasks without a
// day at the end.
func TestTasks_AllActions(t *testing.T) {
	r := sampleReport(t, portfolio.InForce)
	tasks := tasksOf(r.Actions)
	n := 0
	for _, task := range tasks {
		for _, p := range task.Parts {
			n += max(1, len(p.Names))
		}
		if len(task.Parts) == 0 {
			n++
		}
		if len(task.Rules) == 0 || task.Title == "" || portfolio.ActorText(task.Who) == "" {
			t.Errorf("%+v", task)
		}
	}
	if n != len(r.Actions) {
		t.Errorf("%d actions in the tasks, want %d", n, len(r.Actions))
	}
	if !slices.IsSortedFunc(tasks, task.compare) || !tasks[len(tasks)-1].By.IsZero() || tasks[0].By.IsZero() {
		t.Error("the tasks are not sorted by day")
	}
}

func TestTasks(t *testing.T) {
	on := calendar.MustParseDate("2024-09-16")
	action := func(kind portfolio.ActionKind, offer eligibility.Offer, benefit string, rule partnerrules.RuleID) portfolio.Action {
		return portfolio.Action{
			By: on, Timing: cpor.TimingOpen, Who: portfolio.Partner, Kind: kind, Rule: rule,
			Company: "A", Offer: offer, Benefit: benefit, Text: string(kind) + " " + benefit,
		}
	}
	attest := portfolio.Action{Timing: cpor.TimingOpen, Who: portfolio.Partner, Kind: portfolio.Attest, Rule: "AGR-42", Customer: "X", Text: "Attest."}
	other := attest
	other.Customer = "Y"
	got := tasksOf([]portfolio.Action{
		action(portfolio.RedeemBenefit, eligibility.LegacyGold, "a", "BEN-06"),
		action(portfolio.RedeemBenefit, eligibility.PartnerLaunchBenefits, "b", "BEN-13"),
		action(portfolio.UseBenefit, eligibility.LegacyGold, "c", "BEN-13"),
		action(portfolio.RenewMembership, eligibility.LegacyGold, "", "CAL-05"),
		attest, other,
	})
	var titles []string
	for _, task := range got {
		titles = append(titles, task.By.String()+" "+task.Title)
		for _, p := range task.Parts {
			titles = append(titles, p.String())
		}
	}
	want := []string{
		"2024-09-16 Renew ",
		"2024-09-16 Redeem 2 benefits", "Legacy Gold: a", "Partner Launch Benefits: b",
		"2024-09-16 Use c", "Legacy Gold",
		calendar.Date{}.String() + " Attest.", "X, Y",
	}
	if diff := cmp.Diff(want, titles); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]partnerrules.RuleID{"BEN-06", "BEN-13"}, got[1].Rules); diff != "" {
		t.Error(diff)
	}
}
