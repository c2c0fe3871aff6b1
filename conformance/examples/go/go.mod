module kestra.example

go 1.21
