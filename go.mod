module github.com/partnerrules/partnerrules

go 1.24.0
